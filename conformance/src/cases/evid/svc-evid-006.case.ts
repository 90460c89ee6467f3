import type { CaseContext } from "../../case-context.ts";
import { expectMove, expectUnmoved, need } from "../../case-steps.ts";
import { type TermedOffer, termedOffers } from "../../contract-view.ts";
import { defineCase } from "../../define-case.ts";
import { evidenceOfKind } from "../../evidence-kinds.ts";
import type { OwnedSession } from "../../journey-steps.ts";
import { pickList } from "../../json-path.ts";
import { bookRow } from "../../near-slots.ts";

const MOST_OFFERS = 2;

/** A delivered session with an item of every required kind but one. */
async function deliveredWithout(context: CaseContext, one: TermedOffer, left: string | null): Promise<OwnedSession> {
  const from = context.world.now() + 86_400_000;
  const [booked] = await bookRow(context, one.offer, { count: 1, state: "in_progress", from });
  const session = need(booked);
  for (const kind of new Set(one.contract.requiredEvidence)) {
    if (kind === left) continue;
    const item = evidenceOfKind(kind, { clientId: session.clientId, atMs: context.world.now() });
    if (item === null)
      context.notVerified(`the contract requires evidence of the kind ${kind}, which the suite does not know`);
    const answer = await context.journeys.recordEvidence(session, need(item));
    if (!answer.ok) context.notVerified(`recording ${kind} evidence answered ${answer.describe()}`);
  }
  await context.journeys.advance(session, "delivered");
  return session;
}

export default defineCase({
  requirement: "SVC-EVID-006",
  title: "a session is not documented while evidence that its contract requires is missing",
  async run(context) {
    const demanding = (await termedOffers(context)).filter(({ contract }) => contract.requiredEvidence.length > 0);
    if (demanding.length === 0) context.notApplicable("no contract of a public offer requires any evidence");
    for (const one of demanding.slice(0, MOST_OFFERS)) {
      const kinds = [...new Set(one.contract.requiredEvidence)];
      const control = await context.positive(`complete: ${kinds.join(", ")}`, async (check) => {
        await expectMove(context, check, { session: await deliveredWithout(context, one, null), to: "documented" });
      });
      for (const kind of kinds) {
        await context.negative(`without ${kind}, of ${kinds.length} kinds`, control, async (check) => {
          const session = await deliveredWithout(context, one, kind);
          const { session: before } = await context.journeys.read(session.id);
          const answer = await context.journeys.transition(session, "documented");
          check.refused(answer, "EVIDENCE_REQUIRED");
          const missing = pickList(answer.at("errors.0.meta"), "missing_evidence");
          check.holds("meta.missing_evidence", missing.length === 0 || missing.includes(kind), {
            expected: `${kind}, where it is named`,
            actual: missing,
            answer,
          });
          if (await context.world.declares("documentation.create")) {
            const attributes = { content: "Record written by a certification run." };
            const other = await context.journeys.operate("documentation.create", session, { attributes });
            check.refused(other, "EVIDENCE_REQUIRED");
          }
          await expectUnmoved(context, check, before);
        });
      }
    }
  },
});

import type { CaseContext } from "../../case-context.ts";
import { expectUnmoved, need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import type { OwnedSession } from "../../journey-steps.ts";
import { ownSession } from "../../near-slots.ts";
import { moveAs } from "../../session-acts.ts";

const FORBIDDEN_TARGETS = [
  ["charged", "organization"],
  ["verified", "client"],
  ["cancelled", "organization"],
  ["disputed", "client"],
  ["delivered", "provider"],
] as const;

/** A delivery that stopped halfway. */
async function stopped(context: CaseContext, check: Check): Promise<OwnedSession> {
  const session = await ownSession(context, "in_progress");
  const partial = { description: "the first minutes", delivered_minutes: 1 };
  const answer = await moveAs(context, session, { to: "partial", party: "provider", attributes: { partial } });
  if (check.resource(answer, 200, "sessions")) check.state(answer, "partial");
  return session;
}

export default defineCase({
  requirement: "SVC-EXC-020",
  title: "a partial delivery is documented, and charged only after that",
  async run(context) {
    const control = await context.positive("in_progress, partial, documented, charged", async (check) => {
      const session = await stopped(context, check);
      const documented = await moveAs(context, session, { to: "documented", party: "provider" });
      if (check.resource(documented, 200, "sessions")) check.state(documented, "documented");
      const amount = documented.at("data.attributes.billing.amount.value");
      check.resource(await context.journeys.charge(session, { unit_price: amount }), 201, "sales");
      const { answer, session: read } = await context.journeys.read(session.id);
      check.equal("the last moves", {
        expected: ["in_progress", "partial", "documented", "charged"],
        actual: read.transitions.slice(-4).map((record) => record.to),
        answer,
      });
    });
    for (const [to, party] of FORBIDDEN_TARGETS) {
      await context.negative(`from partial to ${to}`, control, async (check) => {
        const session = await stopped(context, check);
        const { session: before } = await context.journeys.read(session.id);
        check.refused(await moveAs(context, session, { to, party }), "INVALID_TRANSITION");
        if (to === "charged")
          check.refused(await context.journeys.charge(session), "INVALID_TRANSITION", "VALIDATION_ERROR");
        await expectUnmoved(context, check, before);
      });
    }
    await context.negative("documented without anything that documents it", control, async (check) => {
      const session = need(await stopped(context, check));
      const { session: before } = await context.journeys.read(session.id);
      const answer = await moveAs(context, session, {
        to: "documented",
        party: "provider",
        attributes: { content: undefined },
      });
      check.refused(answer, "VALIDATION_ERROR", "EVIDENCE_REQUIRED");
      await expectUnmoved(context, check, before);
    });
  },
});

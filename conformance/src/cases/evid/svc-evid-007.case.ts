import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import { contractOf, readContract } from "../../contract-view.ts";
import { defineCase } from "../../define-case.ts";
import { dispute, disputeRecord } from "../../dispute-steps.ts";
import { evidenceOfKind } from "../../evidence-kinds.ts";
import type { OwnedSession } from "../../journey-steps.ts";
import { pick, pickText } from "../../json-path.ts";
import { ownSession } from "../../near-slots.ts";

const HOUR_S = 3_600;
/** People may answer first: so long a rule may wait where the contract names no time. */
const PATIENCE_HOURS = 72;
/** Catalogue words that mean the vertical (evidence 1), without accents. */
const HEALTH: readonly string[] = [
  "health",
  "salud",
  "medicina",
  "kinesiologia",
  "psicologia",
  "dental",
  "nutricion",
  "fonoaudiologia",
  "terapia-ocupacional",
];
const KINDS = ["gps_checkin", "gps_checkout", "clinical_record"] as const;

function isHealth(vertical: string): boolean {
  return HEALTH.includes(vertical.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, ""));
}

/** A delivered session with the evidence of the vertical; the record signed by both, or by the provider alone. */
async function delivered(context: CaseContext, signers: readonly string[]): Promise<OwnedSession> {
  const session = await ownSession(context, "in_progress");
  // What the contract requires beyond the vertical must not be the reason of a rule that does not decide.
  const required = contractOf(await readContract(context, session.id)).requiredEvidence;
  for (const kind of new Set<string>([...required, ...KINDS])) {
    const item = need(evidenceOfKind(kind, { clientId: session.clientId, atMs: context.world.now() }), kind);
    const isRecord = kind === "clinical_record";
    const data = isRecord ? { ...(item.data as Record<string, unknown>), signed_by: signers } : item.data;
    const answer = await context.journeys.recordEvidence(session, { ...item, data }, { deliberate: isRecord });
    // A node may refuse a record that one side alone has signed; then it is missing.
    if (!answer.ok && signers.length > 1) context.notVerified(`recording ${kind} answered ${answer.describe()}`);
  }
  await context.journeys.advance(session, "delivered");
  return session;
}

export default defineCase({
  requirement: "SVC-EVID-007",
  title: "a health dispute is decided for the provider by rule when its record is signed by both",
  phase: "clock",
  async run(context) {
    await context.world.advanceClock(1);
    const probe = await ownSession(context, "requested");
    const vertical = pickText(probe.booked.body, "data.attributes.vertical") ?? "";
    if (!isHealth(vertical)) context.notApplicable(`sessions are of the vertical ${vertical}, not of health`);
    const signed = await delivered(context, ["provider", "client"]);
    const unsigned = await delivered(context, ["provider"]);
    const hours = contractOf(await readContract(context, signed.id)).resolutionHours ?? PATIENCE_HOURS;
    const opened = await context.positive("both are disputed", async (check) => {
      check.resource(await dispute(context, signed), 200, "sessions");
      check.resource(await dispute(context, unsigned), 200, "sessions");
    });
    const control = await context.positive("check-in, check-out and a record signed by both", async (check) => {
      if (!opened.passed) check.notVerified("the dispute could not be opened");
      await context.world.advanceClock((hours + 1) * HOUR_S);
      const { answer, session } = await context.journeys.read(signed.id);
      const decided = session.transitions.find((record) => record.from === "disputed");
      check.equal("the decision", {
        expected: { to: "charged", by: "system", method: "auto" },
        actual: { to: decided?.to, by: decided?.by, method: decided?.method },
        answer,
      });
      const record = disputeRecord(session);
      check.equal("resolution", { expected: "provider_prevails", actual: record?.resolution, answer });
      const method = pick(record, "details.resolution.method");
      check.equal("how it was decided", { expected: "algorithmic", actual: method ?? "algorithmic", answer });
    });
    await context.negative("one signature missing", control, async (check) => {
      const { answer, session } = await context.journeys.read(unsigned.id);
      check.equal("state", { expected: "disputed", actual: session.state, answer });
      const status = pick(disputeRecord(session), "details.status");
      check.equal("status of the dispute", { expected: "escalated", actual: status ?? "escalated", answer });
    });
  },
});

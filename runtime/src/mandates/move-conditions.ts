import type { machines } from "@servicialo/schema/0.8/machines";
import { catalogue } from "../evidence/catalogue.ts";
import type { Work } from "../lifecycle/author.ts";
import { readEvidence } from "../lifecycle/session-document.ts";
import { reschedulingFee } from "../rules/cancellation-policy.ts";
import { bothAcknowledged } from "../rules/confirmation-policy.ts";
import { missingEvidence } from "../rules/required-evidence.ts";
import type { ContractTerms, JsonObject } from "../storage/json-shapes.ts";
import type { SessionMove } from "./watch-moves.ts";

/** Whether an agent may make a conditional move alone; `if_approved`: where the principal's standing approval covers it (M-05). */
export type ConditionHolds = "holds" | "fails" | "if_approved";

interface Question {
  readonly session: SessionMove["session"];
  readonly agentId: string;
  readonly input: object;
}

type Condition = (work: Work, question: Question) => Promise<ConditionHolds>;

type ServiceMove = (typeof machines.service.moves)[number];

/** Rows of the session's machine that leave an agent alone under a condition, as generated from the specification. */
type ConditionalId = Extract<ServiceMove, { agent: "conditional" }>["id"];

const given = (holds: boolean): ConditionHolds => (holds ? "holds" : "fails");

/** Each condition of the autonomy matrix (mandates page 8.1). One that is missing here does not compile. */
const conditions: { readonly [Id in ConditionalId]: Condition } = {
  "L-05": bothPartiesAcknowledged,
  "L-06": async (_work, { input }) => given("location" in input && input.location !== undefined),
  "L-09": requiredEvidenceIsAutomatic,
  "L-11": requiredEvidenceIsAutomatic,
  "L-12": async () => "if_approved",
  // An acceptance that is on record is the verification itself, and after the deadline the node verifies.
  "L-14": async () => "fails",
  "L-18": costsNoFee,
  "L-20": hasReplacement,
};

/** Asks the condition of a move, if the machine names one. */
export async function conditionOfMove(
  work: Work,
  { id, ...question }: Question & { id: string },
): Promise<ConditionHolds> {
  const condition = conditions[id as ConditionalId] as Condition | undefined;
  return condition ? condition(work, question) : "fails";
}

/** L-05: what the agent says itself does not count. */
async function bothPartiesAcknowledged({ tx }: Work, { session, agentId }: Question): Promise<ConditionHolds> {
  const known = await tx.db
    .selectFrom("acknowledgements")
    .select(["party", "clearedAt"])
    .where("sessionId", "=", session.id)
    .where("by", "!=", agentId)
    .execute();
  return given(bothAcknowledged(known));
}

/** L-09, L-11: every required kind is there, as an item that was captured without anybody's doing. */
async function requiredEvidenceIsAutomatic({ tx }: Work, { session }: Question): Promise<ConditionHolds> {
  const items = (await readEvidence(tx, session.id)).filter(({ method }) => method === "auto");
  const missing = missingEvidence({
    vertical: session.vertical,
    contract: session.contract as ContractTerms,
    items: items.map(({ type, method, kind, data }) => ({ type, method, kind, data: data as JsonObject | null })),
    catalogue,
  });
  return given(missing.length === 0);
}

/** L-18: judged as for a client, who is the only one that a policy charges. */
async function costsNoFee({ clock }: Work, { session }: Question): Promise<ConditionHolds> {
  const { rescheduling_policy: policy } = session.contract as ContractTerms;
  const { startsAt, amountMinor } = session;
  return given(reschedulingFee(policy, { by: "client", startsAt, now: clock.now(), amountMinor }) === 0);
}

/** L-20: another provider of the offer has nothing else at that time. */
async function hasReplacement({ tx }: Work, { session }: Question): Promise<ConditionHolds> {
  const free = await tx.db
    .selectFrom("offer_providers")
    .innerJoin("providers", "providers.id", "offer_providers.providerId")
    .select("providers.id")
    .where("offer_providers.offerId", "=", session.offerId)
    .where("providers.active", "=", true)
    .where("providers.id", "!=", session.providerId)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom("sessions")
            .select("sessions.id")
            .whereRef("sessions.providerId", "=", "providers.id")
            .where("sessions.state", "!=", "cancelled")
            .where("sessions.startsAt", "<", session.endsAt)
            .where("sessions.occupiedUntil", ">", session.startsAt),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst();
  return given(free !== undefined);
}

import { operations } from "@servicialo/schema/0.8/operations";
import { appendEntry, type NewAuditEntry } from "../audit/append-entry.ts";
import { redactInput } from "../audit/redact.ts";
import { isoInstant } from "../clock.ts";
import { ProtocolError, ProtocolErrors } from "../errors.ts";
import { recordEvents } from "../events/record-events.ts";
import type { Work } from "../lifecycle/author.ts";
import type { OperationCall } from "../pipeline/execute.ts";
import type { ConfirmationRow, MandateRow } from "../storage/rows.ts";
import type { ActionAmount } from "./autonomy.ts";
import { checkOf } from "./checks/refuse.ts";
import { confirmationStatus } from "./confirmation-document.ts";
import { askHuman } from "./confirmations.ts";
import type { LocalDay } from "./constraints/daily-limit.ts";
import { countAction, type TouchedByCall } from "./enforce.ts";
import { addressedBy, type RecordedIntent } from "./record-intent.ts";
import type { MoveWatch } from "./watch-moves.ts";

/** How a step ended; a refusal is told only once what it leaves behind is stored. */
export type Ending = { readonly result: unknown } | { readonly refusal: ProtocolError | ProtocolErrors };

/** What has become of a call so far. */
export interface Trial {
  readonly watch: MoveWatch;
  /** Set once the checks have passed. */
  day: LocalDay | null;
  touched: TouchedByCall | null;
  outcome: Ending | null;
  approval: ConfirmationRow | null;
}

/** Thrown to take back what a human has to agree to first. */
export class HumanWanted extends ProtocolError {
  readonly question: {
    readonly reason: "autonomy" | "irreversible" | "amount";
    readonly amount: ActionAmount | null;
    readonly resourceId: string | null;
  };

  constructor(question: HumanWanted["question"]) {
    super("CONFIRMATION_REQUIRED");
    this.question = question;
  }
}

/** A call that is to be settled, with all that is known of it. */
export interface SettledCall extends RecordedIntent {
  readonly call: OperationCall;
  readonly mandate: MandateRow;
  /** Digest of the call's input. */
  readonly digest: string;
}

/** Stores what a call leaves behind, with the mandate still held: its entry, its count, a question to a human. */
export async function settleCall(work: Work, settled: SettledCall, trial: Trial): Promise<Ending> {
  const { call, mandate } = settled;
  const { outcome, day } = trial;
  if (outcome === null) throw new Error("A call without an outcome.");
  if ("result" in outcome) {
    if (day) await countAction(work.tx, mandate, day);
    const confirmationId = trial.approval?.id ?? null;
    const resourceId = resourceOf(trial, call, outcome.result);
    await appendOutcome(work, settled, { result: "success", resourceId, confirmationId });
    return outcome;
  }
  const { refusal } = outcome;
  if (refusal instanceof HumanWanted) return ask(work, settled, { trial, wanted: refusal });
  const error = refusal instanceof ProtocolErrors ? refusal.errors[0] : refusal;
  if (error.details.keep) await error.details.keep(work.tx);
  const result = await resultOf(work, settled, error);
  if (result === "failure" && day) await countAction(work.tx, mandate, day);
  await appendOutcome(work, settled, { result, failureReason: error.code, resourceId: resourceOf(trial, call, null) });
  return outcome;
}

/** Adds the one entry of a call to the trail. */
export async function appendOutcome(
  work: Work,
  { call, claim, intentId }: Pick<SettledCall, "call" | "claim" | "intentId">,
  outcome: Pick<NewAuditEntry, "result" | "failureReason" | "resourceId" | "confirmationId">,
): Promise<void> {
  await appendEntry(work, claim.mandateId, {
    ...outcome,
    action: call.operationId,
    input: redactInput(call.operationId, call.input),
    ipAddress: call.address,
    requestId: call.requestId,
    intentId,
  });
}

async function ask(work: Work, settled: SettledCall, asked: { trial: Trial; wanted: HumanWanted }): Promise<Ending> {
  const { call, mandate, digest } = settled;
  const { reason, amount, resourceId } = asked.wanted.question;
  const moves = asked.trial.watch.seen;
  const { operationId } = call;
  const request = await askHuman(work, mandate, { operationId, digest, reason, amount, resourceId, moves });
  await appendOutcome(work, settled, {
    result: "halted",
    failureReason: "CONFIRMATION_REQUIRED",
    resourceId,
    confirmationId: request.id,
  });
  return { refusal: confirmationRequired(request, work.clock.now()) };
}

/** A mandate that was lost in the midst of what it had begun halts it (mandates page 5, rule 8). */
async function resultOf(
  work: Work,
  { call, mandate }: SettledCall,
  error: ProtocolError,
): Promise<"failure" | "rejected" | "halted"> {
  const check = checkOf(error);
  if (check !== 2 && check !== 3) return error.status === 403 ? "rejected" : "failure";
  const begun = await begunOn(work, call, mandate);
  if (begun === null) return "rejected";
  const subject = { organizationId: mandate.organizationId, sessionId: begun.startsWith("ses_") ? begun : null };
  await recordEvents(work, subject, [{ name: "mandate.lost", data: { mandate_id: mandate.id } }]);
  return "halted";
}

/** What the call is about and the mandate has acted on before, with success. */
async function begunOn(
  { tx }: Work,
  { operationId, input }: OperationCall,
  mandate: MandateRow,
): Promise<string | null> {
  const about = addressedBy(operationId, input);
  if (about === null || operations[operationId].method === "GET") return null;
  const entry = await tx.db
    .selectFrom("audit_entries")
    .select("id")
    .where("mandateId", "=", mandate.id)
    .where("resourceId", "=", about)
    .where("actionResult", "=", "success")
    .limit(1)
    .executeTakeFirst();
  return entry ? about : null;
}

function confirmationRequired(request: ConfirmationRow, now: number): ProtocolError {
  const byAmount = request.reason === "amount";
  return new ProtocolError("CONFIRMATION_REQUIRED", {
    detail: "A human has to agree first. Repeat the call with this confirmation once it is approved.",
    meta: {
      confirmation_id: request.id,
      expires_at: isoInstant(request.expiresAt),
      status: confirmationStatus(request, now),
      reason: request.reason,
      approver: { type: request.approverType, id: request.approverId },
      ...(byAmount && { check: 8, constraint: "require_confirmation_above" }),
    },
  });
}

/** The session or order that a call is about; else what it made, else what it names. */
export function resourceOf(
  { watch, touched }: Trial,
  { operationId, input }: OperationCall,
  result: unknown,
): string | null {
  const moved = watch.seen.find(({ session, order }) => session !== null || order !== null);
  // A move that was taken back of something that did not exist before leaves nothing to name.
  const exists = result !== null || moved?.session?.state !== null;
  const movedId = exists ? (moved?.session?.id ?? moved?.order?.id) : undefined;
  const thing = touched?.things.find(({ kind, id }) => id !== null && (kind === "session" || kind === "order"));
  const made = (result as { id?: string } | null)?.id ?? null;
  return movedId ?? thing?.id ?? made ?? addressedBy(operationId, input);
}

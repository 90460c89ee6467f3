import { createSale } from "../../billing/create-sale.ts";
import { paidForSession, returnPrepayment } from "../../billing/session-money.ts";
import { invalid } from "../../errors.ts";
import { toMoney } from "../../money.ts";
import { actorOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { billingStatusAfter } from "../../rules/billing-status.ts";
import { type CancellationOutcome, cancellationOutcome } from "../../rules/cancellation-policy.ts";
import type { ContractTerms } from "../../storage/json-shapes.ts";
import type { SessionRow } from "../../storage/rows.ts";
import { recordException, settleOpenExceptions } from "../exceptions.ts";
import { judgeMove } from "../judge-move.ts";
import { type Author, authorOf, moveSession, type SessionChanges, type Work } from "../move-session.ts";

export interface CancelInput {
  reason?: string;
}

/** A session after a command, and what the answer says beside it. */
export interface Outcome {
  readonly session: SessionRow;
  readonly meta?: Record<string, unknown>;
}

/**
 * Ends a session before its delivery: the slot is free at once, the contract's policy decides what it costs (L-22,
 * lifecycle 6.3 and 8).
 * @throws {ProtocolError} `CANCELLATION_OUTSIDE_POLICY` for a client who comes too late
 */
export async function cancel(context: OperationContext, session: SessionRow, input: CancelInput): Promise<Outcome> {
  const by = judgeMove(context, session, "cancelled");
  const actor = actorOf(context.caller);
  const paidMinor = await paidForSession(context, session);
  const outcome = cancellationOutcome({
    policy: (session.contract as ContractTerms).cancellation_policy,
    state: session.state,
    by,
    startsAt: session.startsAt,
    now: context.clock.now(),
    amountMinor: session.amountMinor,
    paidMinor,
  });
  const author = authorOf(actor);
  const moved = await endSession(context, session, {
    author,
    reason: input.reason,
    penaltyMinor: outcome.penaltyMinor,
    paidMinor,
  });
  const { currency } = session;
  await recordException(context, moved, {
    type: "cancellation",
    initiatedBy: actor.id,
    resolution: outcome.penaltyMinor > 0 ? "client_penalized" : "free",
    details: {
      hours_before: outcome.hoursBefore,
      penalty: toMoney(outcome.penaltyMinor, currency),
      refund: toMoney(outcome.refundMinor, currency),
    },
  });
  return { session: moved, meta: { policy: policyMeta(outcome, currency) } };
}

/** cancelled by transition: the same, but the reason is required (P-10, SVC-LIFE-005). */
export async function cancelByTransition(
  context: OperationContext,
  session: SessionRow,
  input: CancelInput,
): Promise<Outcome> {
  judgeMove(context, session, "cancelled");
  if (input.reason === undefined) throw invalid("/reason", "Say why the session is cancelled.");
  return cancel(context, session, input);
}

export interface Ending {
  readonly author: Author;
  readonly reason: string | undefined;
  readonly metadata?: Record<string, unknown>;
  readonly penaltyMinor: number;
  readonly paidMinor: number;
}

/** Cancels with its billing effect: a sale for the penalty, the rest of a prepayment back (lifecycle 6.3, P-15). */
export async function endSession(work: Work, session: SessionRow, ending: Ending): Promise<SessionRow> {
  const { author, reason, penaltyMinor, paidMinor } = ending;
  const metadata = { ...(reason !== undefined && { reason }), ...ending.metadata };
  await settleOpenExceptions(work, session, session.state === "reassigning" ? "no_replacement" : "free");
  await returnPrepayment(work, session, paidMinor - penaltyMinor, author.by, "cancelled");
  if (penaltyMinor > 0)
    await createSale(work, { sessions: [session], quantity: 1, unitPriceMinor: penaltyMinor, purpose: "penalty" });
  return moveSession(work, session, {
    to: "cancelled",
    author,
    metadata,
    set: { ...billingAfter(work, session, ending), occupiedUntil: session.startsAt },
  });
}

function billingAfter(work: Work, session: SessionRow, { penaltyMinor, paidMinor }: Ending): SessionChanges {
  const billingStatus = billingStatusAfter(session.billingStatus, { type: "cancelled", penaltyMinor, paidMinor });
  return penaltyMinor === 0 ? { billingStatus } : { billingStatus, chargedAt: work.clock.now() };
}

function policyMeta(outcome: CancellationOutcome, currency: string) {
  return {
    hours_before: outcome.hoursBefore,
    penalty_percent: outcome.penaltyPercent,
    penalty: toMoney(outcome.penaltyMinor, currency),
    refund: toMoney(outcome.refundMinor, currency),
  };
}

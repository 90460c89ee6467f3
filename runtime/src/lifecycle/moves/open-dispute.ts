import { isoInstant } from "../../clock.ts";
import { invalid, ProtocolError } from "../../errors.ts";
import { newId } from "../../ids.ts";
import { readAmount, toMoney } from "../../money.ts";
import { actorOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { billingStatusAfter } from "../../rules/billing-status.ts";
import { disputeWindowEnd } from "../../rules/dispute-window.ts";
import type { SessionRow } from "../../storage/rows.ts";
import { evaluateDispute } from "../evaluate-evidence.ts";
import { recordException } from "../exceptions.ts";
import { judgeMove } from "../judge-move.ts";
import { authorOf, moveSession } from "../move-session.ts";

export interface DisputeInput {
  reason?: string;
  reason_category?: string;
  amount?: number | { value: number; currency: string };
}

/**
 * The client contests: delivered, documented or charged → disputed, and the charge freezes (L-10, L-13, L-15, D-09).
 * @throws {ProtocolError} `DISPUTE_WINDOW_CLOSED` after the contract's window
 */
export async function openDispute(
  context: OperationContext,
  session: SessionRow,
  input: DisputeInput,
): Promise<SessionRow> {
  judgeMove(context, session, "disputed");
  if (input.reason === undefined) throw invalid("/reason", "Say what is contested.");
  const now = context.clock.now();
  const end = disputeWindowEnd(session.deliveredAt ?? now, session.contract);
  if (now > end) {
    throw new ProtocolError("DISPUTE_WINDOW_CLOSED", {
      detail: `The window to dispute ended at ${isoInstant(end)}.`,
      meta: { window_ended_at: isoInstant(end) },
    });
  }
  const amountMinor =
    input.amount === undefined ? session.amountMinor : readAmount(input.amount, session.currency, "/amount");
  const actor = actorOf(context.caller);
  const moved = await moveSession(context, session, {
    to: "disputed",
    author: authorOf(actor),
    metadata: { reason: input.reason },
    set: {
      billingStatus: billingStatusAfter(session.billingStatus, { type: "dispute_opened" }),
      billingStatusBeforeDispute: session.billingStatus,
    },
  });
  await recordException(context, moved, {
    type: "dispute",
    initiatedBy: actor.id,
    details: {
      id: newId("dsp", context.clock),
      session_id: session.id,
      opened_by: actor.id,
      opened_at: isoInstant(now),
      opened_from: session.state,
      reason: input.reason,
      ...(input.reason_category !== undefined && { reason_category: input.reason_category }),
      amount: toMoney(amountMinor, session.currency),
      status: "open",
    },
  });
  await evaluateDispute(context, moved);
  return moved;
}

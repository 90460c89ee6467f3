import { startVerificationWindow } from "../../deadlines/verification.ts";
import { invalid } from "../../errors.ts";
import { readAmount, toMoney } from "../../money.ts";
import { actorOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { partialAmount } from "../../rules/partial-amount.ts";
import type { SessionRow } from "../../storage/rows.ts";
import { recordException } from "../exceptions.ts";
import { judgeMove } from "../judge-move.ts";
import { authorOf, moveSession } from "../move-session.ts";
import { endOfDelivery } from "../presence.ts";

export interface PartialInput {
  reason?: string;
  partial?: {
    description: string;
    delivered_minutes?: number;
    adjusted_amount?: number | { value: number; currency: string };
  };
}

/** Delivery stopped before completion: in_progress → partial, with the proportional or the agreed amount (L-08, lifecycle 6.6). */
export async function deliverPartly(
  context: OperationContext,
  session: SessionRow,
  input: PartialInput,
): Promise<SessionRow> {
  judgeMove(context, session, "partial");
  if (input.reason === undefined) throw invalid("/reason", "Say why the delivery stopped.");
  const { partial } = input;
  if (partial === undefined) throw invalid("/partial", "Say what was delivered.");
  const amountMinor = adjustedAmount(session, partial);
  const end = endOfDelivery(session, context.clock.now());
  const window = await startVerificationWindow(context, session);
  const actor = actorOf(context.caller);
  const moved = await moveSession(context, session, {
    to: "partial",
    author: authorOf(actor),
    metadata: { reason: input.reason },
    set: { ...end, ...window, amountMinor },
  });
  await recordException(context, moved, {
    type: "partial",
    initiatedBy: actor.id,
    details: {
      description: partial.description,
      ...(partial.delivered_minutes !== undefined && { delivered_minutes: partial.delivered_minutes }),
      adjusted_amount: toMoney(amountMinor, session.currency),
    },
  });
  return moved;
}

function adjustedAmount(session: SessionRow, partial: NonNullable<PartialInput["partial"]>): number {
  const { delivered_minutes: deliveredMinutes, adjusted_amount: adjusted } = partial;
  if (adjusted !== undefined) {
    const minor = readAmount(adjusted, session.currency, "/partial/adjusted_amount");
    if (minor > session.priceMinor)
      throw invalid("/partial/adjusted_amount", "The adjusted amount must not exceed the price.");
    return minor;
  }
  if (deliveredMinutes === undefined) throw invalid("/partial", "Give delivered_minutes or adjusted_amount.");
  return partialAmount({ priceMinor: session.priceMinor, deliveredMinutes, durationMinutes: session.durationMinutes });
}

import type { OrderState } from "@servicialo/schema/0.8/types";
import { authorOf } from "../../lifecycle/author.ts";
import { completeOrder } from "../../orders/complete-order.ts";
import { findOwnOrder } from "../../orders/find-order.ts";
import { judgeOrderMove } from "../../orders/judge-order-move.ts";
import { moveOrder } from "../../orders/move-order.ts";
import { orderAnswer } from "../../orders/order-document.ts";
import { requireCompleteTerms, termsOf } from "../../orders/order-terms.ts";
import { actorOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { OrderRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";

/** Moves an order, save for its activation: negotiates, pauses, resumes, completes or cancels it (P-16). */
export const transitionOrder: Handler<"service_orders.transition"> = async (context, input) => {
  const { order, viewer } = await findOwnOrder(context, input.order_id);
  judgeOrderMove(context, order, input.to_state, "service_orders.transition");
  const moved = await move(context, order, input.to_state, input.reason);
  return orderAnswer(context, order, { order: moved, viewer });
};

async function move(
  context: OperationContext,
  order: OrderRow,
  to: OrderState,
  reason: string | undefined,
): Promise<OrderRow> {
  const author = authorOf(actorOf(context.caller));
  const why = reason === undefined ? {} : { reason };
  if (to === "proposed") requireCompleteTerms(termsOf(order));
  if (to === "completed") return completeOrder(context, order, { author, ...why });
  return moveOrder(context, order, { to, author, metadata: why });
}

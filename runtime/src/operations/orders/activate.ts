import { authorOf } from "../../lifecycle/author.ts";
import { activateOrder as activate } from "../../orders/activate-order.ts";
import { findOwnOrder } from "../../orders/find-order.ts";
import { judgeOrderMove } from "../../orders/judge-order-move.ts";
import { orderAnswer } from "../../orders/order-document.ts";
import { actorOf } from "../../pipeline/caller.ts";
import type { Handler } from "../handler.ts";

/** The client or the payer accepts: proposed → active (O-05, SVC-ORD-005). */
export const activateOrder: Handler<"service_orders.activate"> = async (context, input) => {
  const { order, viewer } = await findOwnOrder(context, input.order_id);
  judgeOrderMove(context, order, "active", "service_orders.activate");
  const active = await activate(context, order, authorOf(actorOf(context.caller)));
  return orderAnswer(context, order, { order: active, viewer });
};

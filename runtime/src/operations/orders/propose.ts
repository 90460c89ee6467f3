import { authorOf } from "../../lifecycle/author.ts";
import { findOwnOrder } from "../../orders/find-order.ts";
import { judgeOrderMove } from "../../orders/judge-order-move.ts";
import { moveOrder } from "../../orders/move-order.ts";
import { orderAnswer } from "../../orders/order-document.ts";
import { requireCompleteTerms, termsOf } from "../../orders/order-terms.ts";
import { actorOf } from "../../pipeline/caller.ts";
import type { Handler } from "../handler.ts";

/** Offers a draft to its client: draft → proposed, and the terms are fixed from now on (O-02). */
export const proposeOrder: Handler<"service_orders.propose"> = async (context, input) => {
  const { order, viewer } = await findOwnOrder(context, input.order_id);
  judgeOrderMove(context, order, "proposed", "service_orders.propose");
  requireCompleteTerms(termsOf(order));
  const proposed = await moveOrder(context, order, { to: "proposed", author: authorOf(actorOf(context.caller)) });
  return orderAnswer(context, order, { order: proposed, viewer });
};

import { findOrder } from "../../orders/find-order.ts";
import { orderAnswer } from "../../orders/order-document.ts";
import type { Handler } from "../handler.ts";

/** One order, with its ledger for its parties (objects page 13). */
export const getOrder: Handler<"service_orders.get"> = async (context, input) => {
  return orderAnswer(context, null, await findOrder(context, input.order_id));
};

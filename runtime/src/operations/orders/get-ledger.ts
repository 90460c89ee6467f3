import { findOwnOrder } from "../../orders/find-order.ts";
import { readLedger } from "../../orders/order-document.ts";
import type { Handler } from "../handler.ts";

/** What an order has come to, computed at the moment of reading (SVC-LEDG-001). For its parties only. */
export const getLedger: Handler<"service_orders.get_ledger"> = async (context, input) => {
  const { order } = await findOwnOrder(context, input.order_id);
  return { id: order.id, attributes: await readLedger(context.tx, order) };
};

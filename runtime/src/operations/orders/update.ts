import type { OrderState } from "@servicialo/schema/0.8/types";
import { ProtocolError } from "../../errors.ts";
import { findOwnOrder } from "../../orders/find-order.ts";
import { requireOrganization } from "../../orders/judge-order-move.ts";
import { changeOrder } from "../../orders/move-order.ts";
import { orderAnswer } from "../../orders/order-document.ts";
import { requireSoundTerms, termColumns, termsOf } from "../../orders/order-terms.ts";
import type { Handler } from "../handler.ts";

/** States in which the terms of an order may change (lifecycle 11, rule 1). */
const OPEN_TERMS: readonly OrderState[] = ["draft", "negotiating"];

/** New terms for an order that is not agreed on yet; each part given replaces the former one as a whole. */
export const updateOrder: Handler<"service_orders.update"> = async (context, input) => {
  const { order, viewer } = await findOwnOrder(context, input.order_id);
  requireOrganization(context, order.organizationId, "The organization writes the terms of its orders.");
  const former = termsOf(order);
  const terms = {
    scope: input.scope ?? former.scope,
    term: input.term ?? former.term,
    pricing: input.pricing ?? former.pricing,
    payment_schedule: input.payment_schedule ?? former.payment_schedule,
  };
  requireSoundTerms(terms);
  if (!OPEN_TERMS.includes(order.state)) {
    throw new ProtocolError("CONFLICT", { detail: `The terms of an order that is ${order.state} are fixed.` });
  }
  return orderAnswer(context, null, { order: await changeOrder(context, order, termColumns(terms)), viewer });
};

import { findMandate } from "../../mandates/find-mandate.ts";
import { mandateDocument } from "../../mandates/mandate-document.ts";
import type { Handler } from "../handler.ts";

/** One mandate, its status computed now. */
export const getMandate: Handler<"mandates.get"> = async (context, input) => {
  const { mandate } = await findMandate(context, input.mandate_id);
  return { id: mandate.id, attributes: mandateDocument(mandate, context.clock.now()) };
};

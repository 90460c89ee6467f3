import { confirmationDocument } from "../../mandates/confirmation-document.ts";
import type { Handler } from "../handler.ts";
import { findConfirmation } from "./find-confirmation.ts";

/** One question, for whoever has to answer it. */
export const getConfirmation: Handler<"confirmations.get"> = async (context, input) => {
  const row = await findConfirmation(context, input.confirmation_id);
  return { id: row.id, attributes: confirmationDocument(row, context.clock.now()) };
};

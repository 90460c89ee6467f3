import { findSession } from "../../lifecycle/find-session.ts";
import { document } from "../../lifecycle/moves/document.ts";
import { sessionAnswer } from "../../lifecycle/session-answer.ts";
import type { Handler } from "../handler.ts";

/** Documents what was delivered (operations 4.7). */
export const documentSession: Handler<"documentation.create"> = async (context, input) => {
  const session = await findSession(context, input.session_id);
  return sessionAnswer(context, session, await document(context, session, input));
};

import { findSession } from "../../lifecycle/find-session.ts";
import { checkOut } from "../../lifecycle/moves/check-out.ts";
import { sessionAnswer } from "../../lifecycle/session-answer.ts";
import type { Handler } from "../handler.ts";

/** The provider states that the service was delivered (operations 4.6). */
export const checkOutSession: Handler<"delivery.checkout"> = async (context, input) => {
  const session = await findSession(context, input.session_id);
  return sessionAnswer(context, session, await checkOut(context, session, input));
};

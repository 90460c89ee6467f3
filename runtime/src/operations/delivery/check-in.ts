import { findSession } from "../../lifecycle/find-session.ts";
import { checkIn } from "../../lifecycle/moves/check-in.ts";
import { sessionAnswer } from "../../lifecycle/session-answer.ts";
import type { Handler } from "../handler.ts";

/** Delivery begins (operations 4.6). */
export const checkInSession: Handler<"delivery.checkin"> = async (context, input) => {
  const session = await findSession(context, input.session_id);
  return sessionAnswer(context, session, await checkIn(context, session, input));
};

import { findSession } from "../../lifecycle/find-session.ts";
import { reschedule } from "../../lifecycle/moves/reschedule.ts";
import { sessionAnswer } from "../../lifecycle/session-answer.ts";
import type { Handler } from "../handler.ts";

/** Moves a session to another time (lifecycle 6.5). */
export const rescheduleSession: Handler<"scheduling.reschedule"> = async (context, input) => {
  const session = await findSession(context, input.session_id);
  return sessionAnswer(context, session, await reschedule(context, session, input));
};

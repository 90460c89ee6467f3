import { findSession } from "../../lifecycle/find-session.ts";
import { confirm } from "../../lifecycle/moves/confirm.ts";
import { sessionAnswer } from "../../lifecycle/session-answer.ts";
import type { Handler } from "../handler.ts";

/** A party confirms the appointment (operations 4.4). */
export const confirmSession: Handler<"scheduling.confirm"> = async (context, input) => {
  const session = await findSession(context, input.session_id);
  const { session: after, meta } = await confirm(context, session);
  return sessionAnswer(context, session, after, meta);
};

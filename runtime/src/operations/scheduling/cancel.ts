import { findSession } from "../../lifecycle/find-session.ts";
import { cancel } from "../../lifecycle/moves/cancel.ts";
import { sessionAnswer } from "../../lifecycle/session-answer.ts";
import type { Handler } from "../handler.ts";

/** Ends a session before its delivery; `meta.policy` says what it cost (lifecycle 6.3). */
export const cancelSession: Handler<"scheduling.cancel"> = async (context, input) => {
  const session = await findSession(context, input.session_id);
  const { session: after, meta } = await cancel(context, session, input);
  return sessionAnswer(context, session, after, meta);
};

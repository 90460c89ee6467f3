import { findReadableSession } from "../../lifecycle/find-session.ts";
import { lifecycleDocument } from "../../lifecycle/session-document.ts";
import type { Handler } from "../handler.ts";

/** Where a session stands, where it can go and how it came there (objects page 6). */
export const getState: Handler<"lifecycle.get_state"> = async (context, input) => {
  const session = await findReadableSession(context, input.session_id);
  return { id: session.id, attributes: await lifecycleDocument(context.tx, session) };
};

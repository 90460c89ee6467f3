import type { Handler } from "../generated/servicialo.ts";
import { actorOf } from "../src/context.ts";
import { makeMove } from "../src/moves.ts";
import { findSession, sessionAnswer } from "../src/sessions.ts";
import { verifyDue } from "../src/verification.ts";

/**
 * Moves a session by exactly one allowed state. Evidence that comes along is recorded first, in the same step. All
 * exception flows are expressed by it: no-show, reassignment, dispute and its decision, partial delivery, cancellation.
 *
 * POST /servicialo/v1/sessions/{session_id}/transitions
 */
const handler: Handler<"lifecycle.transition"> = async (context, input) => {
  const actor = actorOf(context, input.actor);
  const stored = findSession(context, input.session_id);
  const before = stored.document.lifecycle.transitions?.length ?? 0;
  const meta = makeMove(context, stored, actor, input);
  context.store.keep(stored);
  // A charge that comes after the deadline is verified at once.
  verifyDue(context.store);
  return sessionAnswer(context.store.session(stored.document.id) ?? stored, before, meta);
};

export default handler;

import type { Handler } from "../generated/servicialo.ts";
import { requireAdministrator } from "../src/context.ts";
import { invalid } from "../src/sessions.ts";
import { verifyDue } from "../src/verification.ts";

/**
 * Moves the node's time forward and answers once everything that fell due is done: deadlines, expiries, webhook retries.
 *
 * POST /servicialo/v1/sandbox/clock
 */
const handler: Handler<"sandbox.set_clock"> = async (context, { advance_seconds = 0, set_to }) => {
  requireAdministrator(context);
  const { store } = context;
  const seconds = set_to === undefined ? advance_seconds : Math.ceil((Date.parse(set_to) - store.now()) / 1000);
  if (seconds < 0) throw invalid(set_to === undefined ? "/advance_seconds" : "/set_to", "Time only moves forward.");
  store.clockOffsetSeconds += seconds;
  const fired = verifyDue(store).map(({ sessionId, dueAt }) => ({
    kind: "verification",
    subject_id: sessionId,
    due_at: dueAt,
  }));
  return { id: "clock", attributes: { now: store.instant(), offset_seconds: store.clockOffsetSeconds, fired } };
};

export default handler;

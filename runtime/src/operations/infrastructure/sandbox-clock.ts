import { isoInstant, parseInstant, SandboxClock } from "../../clock.ts";
import { runDueWithin } from "../../deadlines/run-due-deadlines.ts";
import { ProtocolError } from "../../errors.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { Handler } from "../handler.ts";

/** The time of a node under certification (operations 4.13). */
export const getClock: Handler<"sandbox.get_clock"> = async (context) => {
  const clock = sandboxClock(context);
  return { id: "clock", attributes: { now: isoInstant(clock.now()), offset_seconds: clock.offsetSeconds } };
};

/** Moves time forward and does everything that fell due, before it answers. */
export const setClock: Handler<"sandbox.set_clock"> = async (context, input) => {
  const clock = sandboxClock(context);
  if (input.set_to !== undefined) clock.set(parseInstant(input.set_to, "/set_to"));
  else clock.advance((input.advance_seconds ?? 0) * 1000);
  const fired = await runDueWithin({ tx: context.tx, clock });
  return {
    id: "clock",
    attributes: {
      now: isoInstant(clock.now()),
      offset_seconds: clock.offsetSeconds,
      fired: fired.map(({ kind, subjectId, dueAt }) => ({ kind, subject_id: subjectId, due_at: isoInstant(dueAt) })),
    },
  };
};

function sandboxClock(context: OperationContext): SandboxClock {
  if (context.clock instanceof SandboxClock) return context.clock;
  throw new ProtocolError("NOT_IMPLEMENTED", { detail: "This node keeps real time." });
}

import { isoInstant, parseInstant, SandboxClock } from "../../clock.ts";
import { type Fired, runDueWithin } from "../../deadlines/run-due-deadlines.ts";
import { ProtocolError } from "../../errors.ts";
import { outboxOf } from "../../events/outbox.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { type Handler, reaching } from "../handler.ts";

/** The time of a node under certification (operations 4.13). */
export const getClock: Handler<"sandbox.get_clock"> = async (context) => {
  const clock = sandboxClock(context);
  return { id: "clock", attributes: { now: isoInstant(clock.now()), offset_seconds: clock.offsetSeconds } };
};

/** Moves time forward and does everything that fell due, before it answers: deadlines first, then what is to be sent. */
export const setClock = reaching<"sandbox.set_clock", readonly Fired[], readonly Fired[]>({
  async prepare(context, input) {
    const clock = sandboxClock(context);
    if (input.set_to !== undefined) clock.set(parseInstant(input.set_to, "/set_to"));
    else clock.advance((input.advance_seconds ?? 0) * 1000);
    return runDueWithin({ tx: context.tx, clock });
  },
  async reachOut(services, fired) {
    return [...fired, ...(await outboxOf(services).drain())];
  },
  async finish(context, fired) {
    const clock = sandboxClock(context);
    return {
      id: "clock",
      attributes: {
        now: isoInstant(clock.now()),
        offset_seconds: clock.offsetSeconds,
        fired: fired.map(({ kind, subjectId, dueAt }) => ({ kind, subject_id: subjectId, due_at: isoInstant(dueAt) })),
      },
    };
  },
});

function sandboxClock(context: OperationContext): SandboxClock {
  if (context.clock instanceof SandboxClock) return context.clock;
  throw new ProtocolError("NOT_IMPLEMENTED", { detail: "This node keeps real time." });
}

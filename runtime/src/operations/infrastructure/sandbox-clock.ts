import { type Clock, isoInstant, parseInstant, SandboxClock } from "../../clock.ts";
import { dueTurn, type Fired, runAllDue } from "../../deadlines/run-due-deadlines.ts";
import { ProtocolError } from "../../errors.ts";
import { outboxOf } from "../../events/outbox.ts";
import { type Handler, reaching } from "../handler.ts";

/** The time of a node under certification (operations 4.13). */
export const getClock: Handler<"sandbox.get_clock"> = async (context) => {
  const clock = sandboxClock(context);
  return { id: "clock", attributes: { now: isoInstant(clock.now()), offset_seconds: clock.offsetSeconds } };
};

/**
 * Moves time forward and does everything that fell due, before it answers: deadlines first, then what is to be sent. Time
 * moves outside of every transaction, since one that lost a race is run again.
 */
export const setClock = reaching<"sandbox.set_clock", ClockWish, readonly Fired[]>({
  async prepare(context, { set_to, advance_seconds }) {
    sandboxClock(context);
    return { setTo: set_to, advanceSeconds: advance_seconds };
  },
  async reachOut(services, wish) {
    const fired = await dueTurn(services).runExclusive(() => {
      move(sandboxClock(services), wish);
      return runAllDue(services);
    });
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

/** Where time is to go: one of the two. */
interface ClockWish {
  readonly setTo: string | undefined;
  readonly advanceSeconds: number | undefined;
}

function move(clock: SandboxClock, { setTo, advanceSeconds = 0 }: ClockWish): void {
  if (setTo === undefined) clock.advance(advanceSeconds * 1000);
  else clock.set(parseInstant(setTo, "/set_to"));
}

function sandboxClock({ clock }: { readonly clock: Clock }): SandboxClock {
  if (clock instanceof SandboxClock) return clock;
  throw new ProtocolError("NOT_IMPLEMENTED", { detail: "This node keeps real time." });
}

import type { Answer } from "./answer.ts";
import type { CaseContext } from "./case-context.ts";
import type { OwnedSession } from "./journey-steps.ts";
import { moveAs, partyOf } from "./session-acts.ts";
import type { Slot } from "./slot-book.ts";

const MOST_TRIES = 4;

/** A free time of the plainest offer, set aside for a session to move to. */
export async function otherTime(context: CaseContext): Promise<Slot> {
  return (await context.world.bookable()).slots.take();
}

/**
 * Moves a session to another time: by the operation where the node declares it, else by the two transitions that it
 * stands for (lifecycle 6.5).
 */
export async function reschedule(context: CaseContext, session: OwnedSession, startsAt: string): Promise<Answer> {
  if (!(await context.world.declares("scheduling.reschedule"))) {
    const waiting = await moveAs(context, session, { to: "rescheduling", party: "client" });
    if (!waiting.ok) return waiting;
    const attributes = { starts_at: startsAt };
    return moveAs(context, session, { to: "scheduled", party: "organization", attributes });
  }
  const { as, actor } = await partyOf(context, session, "client");
  return context.journeys.operate("scheduling.reschedule", session, {
    as,
    attributes: { actor, new_datetime: startsAt },
  });
}

/** Moves a session to a free time; one that somebody else has taken meanwhile is passed over. */
export async function rescheduleToFree(
  context: CaseContext,
  session: OwnedSession,
): Promise<{ answer: Answer; target: Slot }> {
  const mayTryAgain = await context.world.declares("scheduling.reschedule");
  for (let tries = 1; ; tries += 1) {
    const target = await otherTime(context);
    const answer = await reschedule(context, session, target.startsAt);
    if (answer.status !== 409 || !mayTryAgain || tries === MOST_TRIES) return { answer, target };
  }
}

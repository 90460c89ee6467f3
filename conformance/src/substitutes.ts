import type { CaseContext } from "./case-context.ts";
import type { OwnedSession } from "./journey-steps.ts";
import { nearSlots, startOf, tryBookAt, walkOn } from "./near-slots.ts";
import type { Slot } from "./slot-book.ts";
import { Unmet } from "./verdict.ts";

const DAYS = 13;
const MOST_TRIES = 6;

/** A confirmed session, and another provider of its offer who is free at its time. */
export interface Covered {
  readonly session: OwnedSession;
  readonly substitute: string | null;
}

/**
 * A confirmed session at a time at which another provider of the offer is free as well.
 * @throws Unmet when no such time is offered
 */
export function coveredSession(context: CaseContext): Promise<Covered> {
  return sessionAt(context, (slot, others) => others.find((other) => startOf(other) === startOf(slot)) ?? null, true);
}

/**
 * A confirmed session at a time at which no other provider of the offer is free: nobody can replace its provider.
 * @throws Unmet when no such time is offered
 */
export function lonelySession(context: CaseContext): Promise<Covered> {
  const overlaps = (slot: Slot, other: Slot) =>
    startOf(other) < Date.parse(slot.endsAt) && startOf(slot) < Date.parse(other.endsAt);
  return sessionAt(context, (slot, others) => others.find((other) => overlaps(slot, other)) ?? null, false);
}

async function sessionAt(
  context: CaseContext,
  match: (slot: Slot, others: readonly Slot[]) => Slot | null,
  covered: boolean,
): Promise<Covered> {
  const { offer } = await context.world.bookable();
  const all = await nearSlots(context, offer, { from: context.world.now() + 86_400_000, days: DAYS, providerId: null });
  const others = all.filter((slot) => slot.providerId !== offer.providerId);
  const own = all.filter((slot) => slot.providerId === offer.providerId);
  const fitting = context.random.shuffled(own.filter((slot) => (match(slot, others) !== null) === covered));
  const { slots: book } = await context.world.bookable();
  // What another case was handed out comes last: it may be about to be booked.
  const unclaimed = fitting.filter((slot) => !book.isClaimed(slot));
  for (const slot of [...unclaimed, ...fitting.filter((one) => book.isClaimed(one))].slice(0, MOST_TRIES)) {
    const session = await tryBookAt(context, { offer, slot });
    if (session === null) continue;
    await walkOn(context, session, "confirmed");
    return { session, substitute: match(slot, others)?.providerId ?? null };
  }
  throw new Unmet(
    covered ? "no time at which a second provider is free was found" : "at every time somebody else is free",
  );
}

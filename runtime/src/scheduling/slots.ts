import { checkSlot, isJoinableGroup, remainingCapacity, type SlotParties } from "./check-slot.ts";
import type { Interval } from "./intervals.ts";

/** Distance between the starts of offered slots, in minutes, on the quarter-hours of UTC: those of every zone in use today. */
export const SLOT_STEP_MINUTES = 15;

export interface SlotSearch extends SlotParties {
  /** Slots start within this span. */
  readonly span: Interval;
  /** Slots of the past and of this very moment are not offered, since none of them can be booked; epoch milliseconds. */
  readonly now: number;
  readonly offerId: string | null;
  readonly durationMinutes: number;
}

/** A place that can be booked; epoch milliseconds, buffer not included. */
export interface FreeSlot extends Interval {
  /** Clients that the resource still takes then; null without a resource. */
  readonly remainingCapacity: number | null;
}

/**
 * Every free slot of a search, by start. Starts lie on one grid for all calendars, so that the slots of provider and
 * resource together are exactly those that both have alone (SVC-SCHED-010); besides, running groups are offered at
 * their start. Each slot has passed the check that a booking has to pass (SVC-SCHED-013).
 */
export function freeSlots(search: SlotSearch): FreeSlot[] {
  const { resource, offerId } = search;
  const duration = search.durationMinutes * 60_000;
  const around = partiesAround(search);
  return candidateStarts(search)
    .map((start) => ({ start, end: start + duration, offerId }))
    .filter((slot) => checkSlot(slot, around(slot)) === null)
    .map((slot) => {
      const { start, end } = slot;
      const { resource: then } = resource ? around(slot) : { resource };
      return { start, end, remainingCapacity: then && remainingCapacity({ start, end }, then) };
    });
}

/** Length of the stretches of time that calendars are cut into. */
const STRETCH_MS = 6 * 60 * 60_000;

/**
 * The parties with no more of their calendars than can matter to a slot: what lies about the stretches of time that it
 * touches. Slots of one stretch share the cut, so that a month is not searched through anew for each of its slots.
 */
function partiesAround(parties: SlotParties): (slot: Interval) => SlotParties {
  const cuts = new Map<string, SlotParties>();
  const buffer = parties.resource?.buffer ?? 0;
  return ({ start, end }) => {
    const first = Math.floor(start / STRETCH_MS);
    const last = Math.floor(end / STRETCH_MS);
    const key = `${first} ${last}`;
    const known = cuts.get(key);
    if (known) return known;
    const stretch = { start: first * STRETCH_MS - buffer, end: (last + 1) * STRETCH_MS + buffer };
    const cut = cutTo(parties, stretch);
    cuts.set(key, cut);
    return cut;
  };
}

function cutTo({ provider, resource, client }: SlotParties, stretch: Interval): SlotParties {
  const within = <Kind extends Interval>(intervals: readonly Kind[]) =>
    intervals.filter(({ start, end }) => start <= stretch.end && end >= stretch.start);
  return {
    provider: provider && { ...provider, open: within(provider.open), occupations: within(provider.occupations) },
    resource: resource && { ...resource, open: within(resource.open), occupations: within(resource.occupations) },
    client: client && { ...client, occupations: within(client.occupations) },
  };
}

function candidateStarts({ span, now, offerId, provider, resource }: SlotSearch): number[] {
  const step = SLOT_STEP_MINUTES * 60_000;
  const earliest = Math.max(span.start, now + 1);
  const starts = new Set<number>();
  const open = provider?.open ?? resource?.open ?? [];
  for (const interval of open) {
    const latest = Math.min(interval.end, span.end);
    for (let start = Math.ceil(Math.max(interval.start, earliest) / step) * step; start < latest; start += step)
      starts.add(start);
  }
  for (const occupation of provider?.occupations ?? []) {
    const { start } = occupation;
    if (start >= earliest && start < span.end && isJoinableGroup(occupation, { start, offerId }, resource))
      starts.add(start);
  }
  return [...starts].toSorted((a, b) => a - b);
}

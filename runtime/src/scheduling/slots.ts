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
  return candidateStarts(search)
    .map((start) => ({ start, end: start + duration, offerId }))
    .filter((slot) => checkSlot(slot, search) === null)
    .map(({ start, end }) => ({
      start,
      end,
      remainingCapacity: resource && remainingCapacity({ start, end }, resource),
    }));
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

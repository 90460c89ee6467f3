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
  const { offerId } = search;
  const duration = search.durationMinutes * 60_000;
  const around = partiesAround(search);
  return candidateStarts(search).flatMap((start) => {
    const slot = { start, end: start + duration };
    const parties = around(slot);
    if (checkSlot({ ...slot, offerId }, parties) !== null) return [];
    const { resource } = parties;
    return [{ ...slot, remainingCapacity: resource && remainingCapacity(slot, resource) }];
  });
}

/** Length of the stretches of time that calendars are cut into. */
const STRETCH_MS = 6 * 60 * 60_000;

/**
 * The parties with no more of their calendars than can matter to a slot: what lies about the stretches of time that it
 * touches. Slots of one stretch, which are asked for one after the other, share the cut, so that a month is not searched
 * through anew for each of its slots.
 */
function partiesAround({ provider, resource, client }: SlotParties): (slot: Interval) => SlotParties {
  const buffer = resource?.buffer ?? 0;
  const cut = {
    providerOpen: byStretch(provider?.open, buffer),
    providerTaken: byStretch(provider?.occupations, buffer),
    resourceOpen: byStretch(resource?.open, buffer),
    resourceTaken: byStretch(resource?.occupations, buffer),
    clientTaken: byStretch(client?.occupations, buffer),
  };
  let latest: { readonly first: number; readonly last: number; readonly around: SlotParties } | undefined;
  return ({ start, end }) => {
    const first = Math.floor(start / STRETCH_MS);
    const last = Math.floor(end / STRETCH_MS);
    if (latest?.first === first && latest.last === last) return latest.around;
    const around = {
      provider: provider && {
        ...provider,
        open: cut.providerOpen(first, last),
        occupations: cut.providerTaken(first, last),
      },
      resource: resource && {
        ...resource,
        open: cut.resourceOpen(first, last),
        occupations: cut.resourceTaken(first, last),
      },
      client: client && { ...client, occupations: cut.clientTaken(first, last) },
    };
    latest = { first, last, around };
    return around;
  };
}

/** Finds intervals that touch, or come as near as the buffer to, the stretches from one to another. */
function byStretch<Kind extends Interval>(
  intervals: readonly Kind[] = [],
  buffer: number,
): (first: number, last: number) => Kind[] {
  const firstOf = ({ start }: Kind) => Math.floor((start - buffer) / STRETCH_MS);
  const stretches = new Map<number, Kind[]>();
  for (const interval of intervals) {
    const last = Math.floor((interval.end + buffer) / STRETCH_MS);
    for (let stretch = firstOf(interval); stretch <= last; stretch += 1) {
      const there = stretches.get(stretch);
      if (there) there.push(interval);
      else stretches.set(stretch, [interval]);
    }
  }
  return (first, last) => {
    const found = [...(stretches.get(first) ?? [])];
    // What reaches into a further stretch from the one before was found there.
    for (let stretch = first + 1; stretch <= last; stretch += 1)
      found.push(...(stretches.get(stretch) ?? []).filter((interval) => firstOf(interval) === stretch));
    return found;
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

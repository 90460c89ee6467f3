import { askAvailability, instants, type ShownSlot, type ShownSlots } from "./availability-steps.ts";
import type { CaseContext } from "./case-context.ts";
import type { Check } from "./check.ts";
import { boundOf, dateAfter, localTime } from "./zone-changes.ts";

/** A grid coarser than this is not expected: a bound may be missed by less than it, and by nothing more. */
const COARSEST_GRID_MS = 60 * 60_000;

/** A block that opens every day, in a zone. */
export interface DailyBlock {
  readonly zone: string;
  readonly start: string;
  readonly end: string;
}

/** The week of a resource that opens with the block every day. */
export function weekOf({ zone, start, end }: DailyBlock, timezone: string | undefined = zone): readonly unknown[] {
  return Array.from({ length: 7 }, (_, day) => ({
    day_of_week: day,
    start_time: start,
    end_time: end,
    ...(timezone === undefined ? {} : { timezone }),
  }));
}

/** The moments between which a block is open on a date, by the arithmetic of the pages (lifecycle 9.3). */
export function openOn(block: DailyBlock, date: string): { start: number; end: number } {
  const { zone } = block;
  return {
    start: boundOf({ date, time: block.start, zone, kind: "start" }),
    end: boundOf({ date, time: block.end, zone, kind: "end" }),
  };
}

/** Slots of a resource of its own around a date, written in the zone of its block. */
export function askAround(
  context: CaseContext,
  check: Check,
  wanted: { resource: string; block: DailyBlock; date: string; minutes: number },
): Promise<ShownSlots> {
  return askAvailability(context, check, {
    resource_id: wanted.resource,
    date_from: dateAfter(wanted.date, -3),
    date_to: dateAfter(wanted.date, 3),
    duration_minutes: wanted.minutes,
    timezone: wanted.block.zone,
  });
}

/** Expects that the slots of a date fill what the block opens on it, and nothing beside it. */
export function expectFilled(
  check: Check,
  wanted: { shown: ShownSlots; block: DailyBlock; date: string },
): readonly ShownSlot[] {
  const { shown, block, date } = wanted;
  const open = openOn(block, date);
  // Everything from noon to noon around the block belongs to this date: one block a day.
  const middle = (open.start + open.end) / 2;
  const own = shown.slots.filter((slot) => Math.abs((slot.start + slot.end) / 2 - middle) < 12 * 3_600_000);
  const first = Math.min(...own.map((slot) => slot.start));
  const last = Math.max(...own.map((slot) => slot.end));
  const label = `${block.start}–${block.end} on ${date} in ${block.zone}`;
  check.holds(`the first slot of ${label}`, first === open.start, {
    expected: `${instants([open.start])[0]} (${localTime(open.start, block.zone)})`,
    actual: own.length === 0 ? "no slot" : `${instants([first])[0]} (${localTime(first, block.zone)})`,
    answer: shown.first,
  });
  const reaches = last <= open.end && open.end - last < COARSEST_GRID_MS;
  check.holds(`the end of the last slot of ${label}`, reaches, {
    expected: `${instants([open.end])[0]}, or less than an hour before`,
    actual: own.length === 0 ? "no slot" : instants([last])[0],
    answer: shown.first,
  });
  return own;
}

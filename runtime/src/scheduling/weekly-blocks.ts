import { type Interval, overlaps, subtract, union } from "./intervals.ts";
import { datesAround, instantOf } from "./local-time.ts";

/** A weekly block in wall-clock time of its calendar's zone (objects 10.1). */
export interface WeeklyBlock {
  /** 0 = Sunday … 6 = Saturday. */
  readonly dayOfWeek: number;
  /** `HH:mm`. */
  readonly startTime: string;
  /** `HH:mm`, up to `24:00`, after `startTime`. */
  readonly endTime: string;
  /** False: the span is subtracted from the open ones. */
  readonly isAvailable: boolean;
  /** IANA zone, when it differs from the calendar's. */
  readonly timezone: string | null;
}

/**
 * When a calendar is open: every instant of every open block of which some instant lies within the span, less the
 * blocking ones, sorted and merged. Bounds of blocks reach beyond the span (lifecycle 9.3).
 * @param zone IANA zone of the calendar, for blocks that name none
 */
export function openIntervals(blocks: readonly WeeklyBlock[], zone: string, span: Interval): Interval[] {
  const open: Interval[] = [];
  const blocked: Interval[] = [];
  for (const { date, dayOfWeek } of datesAround(span)) {
    for (const block of blocks) {
      if (block.dayOfWeek !== dayOfWeek) continue;
      (block.isAvailable ? open : blocked).push(blockOn(date, block, zone));
    }
  }
  return subtract(union(open), blocked).filter((interval) => overlaps(interval, span));
}

function blockOn(date: string, block: WeeklyBlock, calendarZone: string): Interval {
  const zone = block.timezone ?? calendarZone;
  return {
    start: instantOf({ date, time: block.startTime, zone }, "start"),
    end: instantOf({ date, time: block.endTime, zone }, "end"),
  };
}

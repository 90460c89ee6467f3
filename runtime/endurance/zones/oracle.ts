import type { WeeklyBlock } from "../../src/scheduling/weekly-blocks.ts";

/*
 * Opening hours and slots once more, and nothing of the node in it: clocks are read with Intl.DateTimeFormat, time is
 * walked minute by minute, hours are a map of minutes. Instants are whole minutes since the epoch, wall clocks are whole
 * minutes since 1970-01-01T00:00 as if that were UTC.
 */

/** A span of minutes, `[start, end)`. */
export interface MinuteSpan {
  readonly start: number;
  readonly end: number;
}

export const DAY = 24 * 60;
const SLOT_STEP = 15;

/** Clocks are compared every two days; no zone changes there and back faster. */
const LOOK_EVERY = 2 * DAY;

/** The years that are walked, with a margin. */
const FIRST = Date.UTC(2019, 11, 1) / 60_000;
const LAST = Date.UTC(2041, 1, 1) / 60_000;

/** What the clocks of one zone show. */
export class ZoneClocks {
  /** First minutes of each offset, ascending. */
  readonly changes: readonly number[];
  readonly #offsets: readonly number[];
  readonly #format: Intl.DateTimeFormat;

  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    const changes = [FIRST];
    const offsets = [this.read(FIRST) - FIRST];
    for (let at = FIRST; at < LAST; at += LOOK_EVERY) {
      const before = offsets.at(-1);
      const after = this.read(at + LOOK_EVERY) - at - LOOK_EVERY;
      if (before === after) continue;
      changes.push(this.#firstMinute(at, at + LOOK_EVERY, after));
      offsets.push(after);
    }
    this.changes = changes;
    this.#offsets = offsets;
  }

  /** The wall clock at a minute, asked of Intl. */
  read(minute: number): number {
    const [month, day, year, hour, min] = (this.#format.format(minute * 60_000).match(/\d+/g) ?? []).map(Number);
    return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, min) / 60_000;
  }

  /** The same by what was found out before. */
  wall(minute: number): number {
    let index = this.changes.length - 1;
    while (index > 0 && (this.changes[index] ?? 0) > minute) index -= 1;
    return minute + (this.#offsets[index] ?? 0);
  }

  /** The first minute that shows a wall clock or, where it is skipped, a later one. */
  first(wall: number): number {
    const { least, most } = this.#reach(wall);
    let minute = wall - most;
    const end = wall - least;
    for (; minute < end; minute += 1) if (this.wall(minute) === wall) return minute;
    for (minute = wall - most; this.wall(minute) < wall; ) minute += 1;
    return minute;
  }

  /** The last minute that shows a wall clock or, where it is skipped, the first that shows a later one. */
  last(wall: number): number {
    const { least, most } = this.#reach(wall);
    for (let minute = wall - least; minute >= wall - most; minute -= 1) if (this.wall(minute) === wall) return minute;
    return this.first(wall);
  }

  /** Offsets around a wall clock: whatever it is, it is shown within their reach. */
  #reach(wall: number): { least: number; most: number } {
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let at = wall - 2 * DAY; at <= wall + 2 * DAY; at += DAY / 4) {
      const offset = this.wall(at) - at;
      least = Math.min(least, offset);
      most = Math.max(most, offset);
    }
    return { least, most };
  }

  #firstMinute(from: number, to: number, offset: number): number {
    let [before, after] = [from, to];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (this.read(middle) - middle === offset) after = middle;
      else before = middle;
    }
    return after;
  }
}

const known = new Map<string, ZoneClocks>();

/** The clocks of a zone; found out once. */
export function clocksOf(zone: string): ZoneClocks {
  const clocks = known.get(zone) ?? new ZoneClocks(zone);
  known.set(zone, clocks);
  return clocks;
}

/** A local date from midnight to midnight. @param day days since the epoch */
export function dayOf(zone: string, day: number): MinuteSpan {
  const clocks = clocksOf(zone);
  return { start: clocks.first(day * DAY), end: clocks.first((day + 1) * DAY) };
}

/** Which minutes are open, from three days before a day to four after it. */
export class OpenMinutes {
  readonly from: number;
  readonly #minutes = new Uint8Array(8 * DAY);

  constructor(blocks: readonly WeeklyBlock[], zone: string, day: number) {
    this.from = (day - 3) * DAY;
    for (const isOpen of [true, false]) {
      for (const block of blocks) {
        if (block.isAvailable !== isOpen) continue;
        for (let date = day - 3; date <= day + 3; date += 1) {
          // 1970-01-01 was a Thursday.
          if ((((date + 4) % 7) + 7) % 7 === block.dayOfWeek) this.#mark(block, block.timezone ?? zone, date);
        }
      }
    }
  }

  isOpen(minute: number): boolean {
    return this.#minutes[minute - this.from] === 1;
  }

  /** Spans without a gap of which some minute lies within a span. */
  spansIn({ start, end }: MinuteSpan): MinuteSpan[] {
    const spans: MinuteSpan[] = [];
    let at = start;
    while (at > this.from && this.isOpen(at) && this.isOpen(at - 1)) at -= 1;
    while (at < end) {
      if (!this.isOpen(at)) {
        at += 1;
        continue;
      }
      const begun = at;
      while (this.isOpen(at)) at += 1;
      spans.push({ start: begun, end: at });
    }
    return spans;
  }

  /** Starts within a span, on the quarter-hours of UTC, from which on everything is open for so long. */
  startsIn({ start, end }: MinuteSpan, duration: number): number[] {
    const starts: number[] = [];
    for (let at = start; at < end; at += 1) {
      if (at % SLOT_STEP !== 0) continue;
      let minute = at;
      while (minute < at + duration && this.isOpen(minute)) minute += 1;
      if (minute === at + duration) starts.push(at);
    }
    return starts;
  }

  #mark({ startTime, endTime, isAvailable }: WeeklyBlock, zone: string, date: number): void {
    const clocks = clocksOf(zone);
    const start = clocks.first(date * DAY + minutesOf(startTime));
    const end = clocks.last(date * DAY + minutesOf(endTime));
    if (start < end) this.#minutes.fill(isAvailable ? 1 : 0, start - this.from, end - this.from);
  }
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

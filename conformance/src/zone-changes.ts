import { Temporal } from "@js-temporal/polyfill";

const DAY_MS = 86_400_000;
/** Zones change their clocks at most twice a year; some change rules in between. */
const MOST_CHANGES = 6;

/** A day on which the clocks of a zone change. */
export interface ClockChange {
  /** Calendar date on which times are skipped or repeated, `YYYY-MM-DD`. */
  readonly date: string;
  /** Moment of the change in milliseconds. */
  readonly at: number;
  /** `forward` skips local times, `back` repeats them. */
  readonly direction: "forward" | "back";
  /** How far the clocks are put, in minutes. */
  readonly minutes: number;
}

/** The next change in a direction of the clocks of a zone after a moment; null where there is none within two years. */
export function nextChange(zone: string, after: number, direction: ClockChange["direction"]): ClockChange | null {
  let moment = zoned(after, zone);
  for (let count = 0; count < MOST_CHANGES; count += 1) {
    const change = moment.getTimeZoneTransition("next");
    if (change === null || change.epochMilliseconds > after + 2 * 366 * DAY_MS) return null;
    const before = zoned(change.epochMilliseconds - 1, zone);
    const minutes = Math.round((change.offsetNanoseconds - before.offsetNanoseconds) / 60e9);
    if (direction === "forward" ? minutes > 0 : minutes < 0) {
      const date = change.toPlainDate().toString();
      return { date, at: change.epochMilliseconds, direction, minutes: Math.abs(minutes) };
    }
    moment = change;
  }
  return null;
}

/**
 * The moment that a bound of a weekly block is, on a day of its zone (lifecycle 9.3, P-19): a time that the clocks skip
 * is the first moment after the gap; of a time that comes twice a start takes the first, an end the second.
 * @param bound.time - wall-clock time `HH:mm`; `24:00` is the midnight that ends the day
 */
export function boundOf(bound: { date: string; time: string; zone: string; kind: "start" | "end" }): number {
  const { date, time, zone, kind } = bound;
  const midnight = time === "24:00";
  const day = Temporal.PlainDate.from(date).add({ days: midnight ? 1 : 0 });
  const local = day.toPlainDateTime(Temporal.PlainTime.from(midnight ? "00:00" : time));
  const earlier = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = local.toZonedDateTime(zone, { disambiguation: "later" });
  if (!earlier.toPlainDateTime().equals(local)) {
    // In a gap `earlier` lies before the change and `later` after it; the change itself is what the rule names.
    return changeBetween(earlier, later);
  }
  return (kind === "start" ? earlier : later).epochMilliseconds;
}

/** By halves: the search for the next transition overlooks changes of zones that move their clocks for a month only. */
function changeBetween(before: Temporal.ZonedDateTime, after: Temporal.ZonedDateTime): number {
  let [last, first] = [before.epochMilliseconds, after.epochMilliseconds];
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2);
    if (zoned(middle, before.timeZoneId).offsetNanoseconds === before.offsetNanoseconds) last = middle;
    else first = middle;
  }
  return first;
}

/** The date so many days later. */
export function dateAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Wall-clock time of a moment in a zone, `HH:mm`. */
export function localTime(at: number, zone: string): string {
  return zoned(at, zone).toPlainTime().toString({ smallestUnit: "minute" });
}

/** Whether an instant is written with the very offset that its zone has then. */
export function isWrittenIn(text: string, zone: string): boolean {
  const { offset } = zoned(Date.parse(text), zone);
  return text.endsWith(offset) || (offset === "+00:00" && text.endsWith("Z"));
}

/** Whether the wall-clock time that an instant is written with is one that the clocks of the zone skip. */
export function isSkipped(text: string, zone: string): boolean {
  const local = Temporal.PlainDateTime.from(text.replace(/(?:Z|[+-]\d\d:\d\d)$/, ""));
  return !local.toZonedDateTime(zone, { disambiguation: "earlier" }).toPlainDateTime().equals(local);
}

function zoned(at: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

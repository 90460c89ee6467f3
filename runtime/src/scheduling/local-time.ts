import { Temporal } from "@js-temporal/polyfill";
import { ProtocolError } from "../errors.ts";
import type { Interval } from "./intervals.ts";

/** Which bound of a span a local time is: it decides between the two instants of a repeated hour (P-19). */
export type Bound = "start" | "end";

const DAY = 86_400_000;
const MOST_REMEMBERED = 20_000;

/** Asking the zone database is slow, and calendars ask for the same bounds over and over. */
const remembered = new Map<string, number>();

/**
 * The instant of a wall-clock time in a zone, in epoch milliseconds (lifecycle 9.3, P-19). A skipped time moves to the
 * first instant after the gap; of a repeated one, a start takes the first occurrence and an end the second.
 * @param local local date `YYYY-MM-DD`, time `HH:mm` (an end may be `24:00`), IANA zone
 */
export function instantOf(local: { date: string; time: string; zone: string }, bound: Bound): number {
  const key = `${local.zone} ${local.date} ${local.time} ${bound}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const instant = computeInstant(local, bound);
  remembered.set(key, instant);
  return instant;
}

function computeInstant({ date, time, zone }: { date: string; time: string; zone: string }, bound: Bound): number {
  const wall =
    time === "24:00"
      ? Temporal.PlainDate.from(date).add({ days: 1 }).toPlainDateTime()
      : Temporal.PlainDateTime.from(`${date}T${time}`);
  const zoned = wall.toZonedDateTime(zone, { disambiguation: bound === "start" ? "earlier" : "later" });
  if (zoned.toPlainDateTime().equals(wall)) return zoned.epochMilliseconds;
  // Only a skipped time reads differently: the two readings lie on either side of the change.
  return changeBetween(
    wall.toZonedDateTime(zone, { disambiguation: "earlier" }),
    wall.toZonedDateTime(zone, { disambiguation: "later" }),
  );
}

/**
 * The first instant with the later offset, epoch milliseconds. By halves, since the search for the next transition does not
 * find every change of a zone that moves its clocks for a single month.
 */
function changeBetween(before: Temporal.ZonedDateTime, after: Temporal.ZonedDateTime): number {
  let last = before.epochMilliseconds;
  let first = after.epochMilliseconds;
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2);
    const { offsetNanoseconds } = Temporal.Instant.fromEpochMilliseconds(middle).toZonedDateTimeISO(before.timeZoneId);
    if (offsetNanoseconds === before.offsetNanoseconds) last = middle;
    else first = middle;
  }
  return first;
}

/** Every date, `YYYY-MM-DD` with its weekday (0 = Sunday), that some zone could have during a span. */
export function datesAround(span: Interval): { date: string; dayOfWeek: number }[] {
  const first = Math.floor(span.start / DAY) - 1;
  const last = Math.floor(span.end / DAY) + 1;
  return Array.from({ length: last - first + 1 }, (_, n) => {
    const day = first + n;
    // Day 0 of the epoch was a Thursday.
    return { date: new Date(day * DAY).toISOString().slice(0, 10), dayOfWeek: (((day + 4) % 7) + 7) % 7 };
  });
}

/** The local date of an instant in a zone, `YYYY-MM-DD`. */
export function localDate(instant: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** ISO 8601 with the offset that a zone has at that moment. */
export function inZone(instant: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toString({ timeZone: zone });
}

/** Whether a word names a zone of the IANA database. */
export function isTimeZone(word: string): boolean {
  // Fixed offsets are zones to Temporal, but know no law and no daylight saving.
  if (!/^[A-Za-z]/.test(word)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(word);
    return true;
  } catch {
    return false;
  }
}

export interface DateRange {
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  /** Longest span that is answered, in days. */
  readonly mostDays: number;
}

/**
 * The span of local dates, both included, from midnight to midnight of their zone (lifecycle 9.3).
 * @throws {ProtocolError} VALIDATION_ERROR naming the query parameter: no dates, the wrong way round, or too many days
 */
export function spanOfDates({ from, to, zone, mostDays }: DateRange): Interval {
  const first = dateOf(from, "date_from");
  const last = dateOf(to, "date_to");
  const days = first.until(last, { largestUnit: "days" }).days + 1;
  if (days < 1) throw refused("date_to", `date_to (${to}) lies before date_from (${from}).`);
  if (days > mostDays) throw refused("date_to", `Ask for at most ${mostDays} days at once; these are ${days}.`);
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds;
  return { start: midnight(first), end: midnight(last.add({ days: 1 })) };
}

function dateOf(text: string, parameter: string): Temporal.PlainDate {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    // Falls through: the shape is right, but there is no such day.
  }
  throw refused(parameter, `"${text}" is no date, such as 2026-03-16.`);
}

function refused(parameter: string, detail: string): ProtocolError {
  return new ProtocolError("VALIDATION_ERROR", { parameter, detail });
}

/** The local day of an instant in a zone, from midnight to midnight. */
export function dayAround(instant: number, zone: string): Interval {
  const first = Temporal.PlainDate.from(localDate(instant, zone));
  return daysFrom(first, 1, zone);
}

/** The ISO week of an instant in a zone: Monday's midnight to the next. */
export function weekAround(instant: number, zone: string): Interval {
  const date = Temporal.PlainDate.from(localDate(instant, zone));
  return daysFrom(date.subtract({ days: date.dayOfWeek - 1 }), 7, zone);
}

function daysFrom(date: Temporal.PlainDate, days: number, zone: string): Interval {
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
  return { start: midnight(date), end: midnight(date.add({ days })) };
}

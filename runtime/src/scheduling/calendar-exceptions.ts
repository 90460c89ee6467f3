import { type Interval, overlaps, subtract, union } from "./intervals.ts";
import { datesAround, instantOf } from "./local-time.ts";

/** Local days on which a calendar differs from its week (lifecycle 9.3 says how their bounds become instants). */
export interface CalendarException {
  /** First and last local day, `YYYY-MM-DD`, both included. */
  readonly dateFrom: string;
  readonly dateTo: string;
  /** `HH:mm` on each of the days, the end up to `24:00`; both null: the whole day. */
  readonly startTime: string | null;
  readonly endTime: string | null;
  /** True: open besides the week; false: closed, whatever the week says. */
  readonly isAvailable: boolean;
  /** IANA zone of the days. */
  readonly zone: string;
}

/**
 * Opening hours with their exceptions, sorted and merged. The organization's come first, so that what a calendar says
 * of its own days holds against a holiday of the house. Within a layer, closed wins over open.
 * @param open opening hours by the week
 * @param layers exceptions, the more particular ones last
 */
export function withExceptions(
  open: readonly Interval[],
  layers: readonly (readonly CalendarException[])[],
  span: Interval,
): Interval[] {
  let hours = union(open);
  for (const exceptions of layers) {
    const spans = (isAvailable: boolean) =>
      exceptions
        .filter((exception) => exception.isAvailable === isAvailable)
        .flatMap((exception) => spansOf(exception, span));
    hours = subtract(union(hours.concat(spans(true))), spans(false));
  }
  return hours.filter((interval) => overlaps(interval, span));
}

/** The instants that an exception is about, as far as they may matter for a span. */
export function spansOf({ dateFrom, dateTo, startTime, endTime, zone }: CalendarException, span: Interval): Interval[] {
  if (startTime === null || endTime === null) {
    const start = instantOf({ date: dateFrom, time: "00:00", zone }, "start");
    return [{ start, end: instantOf({ date: dateTo, time: "24:00", zone }, "end") }];
  }
  return datesAround(span)
    .filter(({ date }) => dateFrom <= date && date <= dateTo)
    .map(({ date }) => ({
      start: instantOf({ date, time: startTime, zone }, "start"),
      end: instantOf({ date, time: endTime, zone }, "end"),
    }));
}

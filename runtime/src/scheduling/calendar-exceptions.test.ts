import { describe, expect, it } from "vitest";
import { parseInstant } from "../clock.ts";
import { type CalendarException, withExceptions } from "./calendar-exceptions.ts";
import type { Interval } from "./intervals.ts";
import { openIntervals, type WeeklyBlock } from "./weekly-blocks.ts";

const ZONE = "America/Santiago";
const everyDay = (startTime: string, endTime: string): WeeklyBlock[] =>
  [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ dayOfWeek, startTime, endTime, isAvailable: true, timezone: null }));

const exception = (dateFrom: string, rest: Partial<CalendarException> = {}): CalendarException => ({
  dateFrom,
  dateTo: dateFrom,
  startTime: null,
  endTime: null,
  isAvailable: false,
  zone: ZONE,
  ...rest,
});

const span = (from: string, to: string): Interval => ({ start: parseInstant(from), end: parseInstant(to) });
const hours = (week: WeeklyBlock[], within: Interval, ...layers: CalendarException[][]) =>
  withExceptions(openIntervals(week, ZONE, within), layers, within).map(({ start, end }) =>
    [start, end].map((instant) => new Date(instant).toISOString().slice(0, 16)).join(" "),
  );

const JULY = span("2026-07-06T00:00:00-04:00", "2026-07-09T00:00:00-04:00");

describe("exceptions of a calendar", () => {
  it("close a whole local day and leave the others", () => {
    expect(hours(everyDay("09:00", "18:00"), JULY, [exception("2026-07-07")])).toEqual([
      "2026-07-06T13:00 2026-07-06T22:00",
      "2026-07-08T13:00 2026-07-08T22:00",
    ]);
  });

  it("close some hours of each of their days", () => {
    const midday = exception("2026-07-06", { dateTo: "2026-07-07", startTime: "12:00", endTime: "14:00" });
    expect(hours(everyDay("09:00", "18:00"), JULY, [midday])).toEqual([
      "2026-07-06T13:00 2026-07-06T16:00",
      "2026-07-06T18:00 2026-07-06T22:00",
      "2026-07-07T13:00 2026-07-07T16:00",
      "2026-07-07T18:00 2026-07-07T22:00",
      "2026-07-08T13:00 2026-07-08T22:00",
    ]);
  });

  it("open a day that the week has closed", () => {
    const extra = exception("2026-07-07", { startTime: "10:00", endTime: "12:00", isAvailable: true });
    expect(hours([], JULY, [extra])).toEqual(["2026-07-07T14:00 2026-07-07T16:00"]);
  });

  it("close what they open at once", () => {
    const extra = exception("2026-07-07", { startTime: "10:00", endTime: "12:00", isAvailable: true });
    expect(hours([], JULY, [extra, exception("2026-07-07", { startTime: "11:00", endTime: "24:00" })])).toEqual([
      "2026-07-07T14:00 2026-07-07T15:00",
    ]);
  });

  it("let a calendar's own word stand against a holiday of the organization", () => {
    const duty = exception("2026-07-07", { startTime: "10:00", endTime: "12:00", isAvailable: true });
    expect(hours(everyDay("09:00", "18:00"), JULY, [exception("2026-07-07")], [duty])).toEqual([
      "2026-07-06T13:00 2026-07-06T22:00",
      "2026-07-07T14:00 2026-07-07T16:00",
      "2026-07-08T13:00 2026-07-08T22:00",
    ]);
  });
});

describe("exceptions on the days on which the clock changes (P-19)", () => {
  it("close the 25 hours of the day on which it goes back", () => {
    const autumn = span("2026-04-03T00:00:00-03:00", "2026-04-06T00:00:00-04:00");
    expect(hours(everyDay("00:00", "24:00"), autumn, [exception("2026-04-04")])).toEqual([
      "2026-04-02T03:00 2026-04-04T03:00",
      "2026-04-05T04:00 2026-04-08T04:00",
    ]);
  });

  it("close the 23 hours of the day on which it goes forward", () => {
    const spring = span("2026-09-05T00:00:00-04:00", "2026-09-08T00:00:00-03:00");
    expect(hours(everyDay("00:00", "24:00"), spring, [exception("2026-09-06")])).toEqual([
      "2026-09-04T04:00 2026-09-06T04:00",
      "2026-09-07T03:00 2026-09-10T03:00",
    ]);
  });

  it("take the first and the last occurrence of a repeated hour, and nothing of a skipped one", () => {
    const autumn = span("2026-04-04T00:00:00-03:00", "2026-04-05T00:00:00-04:00");
    const evening = exception("2026-04-04", { startTime: "23:00", endTime: "23:30", isAvailable: true });
    // 23:00 -03:00 to 23:30 -04:00: an hour and a half.
    expect(hours([], autumn, [evening])).toEqual(["2026-04-05T02:00 2026-04-05T03:30"]);
    const spring = span("2026-09-06T00:00:00-04:00", "2026-09-07T00:00:00-03:00");
    const skipped = exception("2026-09-06", { startTime: "00:15", endTime: "00:45", isAvailable: true });
    expect(hours([], spring, [skipped])).toEqual([]);
  });
});

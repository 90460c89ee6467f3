import { Temporal } from "@js-temporal/polyfill";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInstant } from "../clock.ts";
import { spanOfDates } from "./local-time.ts";
import { openIntervals, type WeeklyBlock } from "./weekly-blocks.ts";

const SUNDAY = 0;
const MONDAY = 1;
const SATURDAY = 6;

const block = (
  dayOfWeek: number,
  startTime: string,
  endTime: string,
  rest: Partial<WeeklyBlock> = {},
): WeeklyBlock => ({
  dayOfWeek,
  startTime,
  endTime,
  isAvailable: true,
  timezone: null,
  ...rest,
});
const day = (date: string, zone: string) => spanOfDates({ from: date, to: date, zone, mostDays: 31 });
const open = (blocks: WeeklyBlock[], zone: string, date: string) => openIntervals(blocks, zone, day(date, zone));
const between = (start: string, end: string) => ({ start: parseInstant(start), end: parseInstant(end) });

describe("weekly blocks in America/Santiago (lifecycle 9.3)", () => {
  const zone = "America/Santiago";

  it("keep the local hour before and after a clock change (SVC-SCHED-014)", () => {
    const mondays = [block(MONDAY, "09:00", "18:00")];
    expect(open(mondays, zone, "2026-08-31")).toEqual([
      between("2026-08-31T09:00:00-04:00", "2026-08-31T18:00:00-04:00"),
    ]);
    expect(open(mondays, zone, "2026-09-07")).toEqual([
      between("2026-09-07T09:00:00-03:00", "2026-09-07T18:00:00-03:00"),
    ]);
  });

  it("open after the gap: 00:30–02:00 lasts 60 minutes on 2026-09-06", () => {
    expect(open([block(SUNDAY, "00:30", "02:00")], zone, "2026-09-06")).toEqual([
      between("2026-09-06T01:00:00-03:00", "2026-09-06T02:00:00-03:00"),
    ]);
  });

  it("are empty wholly inside the gap, that day only", () => {
    const night = [block(SUNDAY, "00:10", "00:50")];
    expect(open(night, zone, "2026-09-06")).toEqual([]);
    expect(open(night, zone, "2026-09-13")).toEqual([
      between("2026-09-13T00:10:00-03:00", "2026-09-13T00:50:00-03:00"),
    ]);
  });

  it("hold both passes of a repeated hour: 22:00–23:30 lasts 150 minutes on 2026-04-04", () => {
    expect(open([block(SATURDAY, "22:00", "23:30")], zone, "2026-04-04")).toEqual([
      between("2026-04-04T22:00:00-03:00", "2026-04-04T23:30:00-04:00"),
    ]);
  });

  it("reach midnight with 24:00, also when the hour before it is repeated", () => {
    expect(open([block(SATURDAY, "23:00", "24:00")], zone, "2026-04-04")).toEqual([
      between("2026-04-04T23:00:00-03:00", "2026-04-05T00:00:00-04:00"),
    ]);
  });

  it("open overnight as two blocks that become one span", () => {
    const night = [block(SATURDAY, "20:00", "24:00"), block(SUNDAY, "00:00", "04:00")];
    expect(open(night, zone, "2026-07-04")).toEqual([
      between("2026-07-04T20:00:00-04:00", "2026-07-05T04:00:00-04:00"),
    ]);
  });

  it("block both passes of a repeated hour and nothing of a skipped one", () => {
    const evening = [block(SATURDAY, "20:00", "24:00"), block(SATURDAY, "23:00", "23:30", { isAvailable: false })];
    expect(open(evening, zone, "2026-04-04")).toEqual([
      between("2026-04-04T20:00:00-03:00", "2026-04-04T23:00:00-03:00"),
      between("2026-04-04T23:30:00-04:00", "2026-04-05T00:00:00-04:00"),
    ]);
    const morning = [block(SUNDAY, "00:00", "04:00"), block(SUNDAY, "00:10", "00:50", { isAvailable: false })];
    expect(open(morning, zone, "2026-09-06")).toEqual([
      between("2026-09-06T01:00:00-03:00", "2026-09-06T04:00:00-03:00"),
    ]);
  });
});

describe("weekly blocks in Europe/Madrid", () => {
  const zone = "Europe/Madrid";

  it("open after the gap of 2026-03-29", () => {
    expect(open([block(SUNDAY, "02:15", "04:00")], zone, "2026-03-29")).toEqual([
      between("2026-03-29T03:00:00+02:00", "2026-03-29T04:00:00+02:00"),
    ]);
    expect(open([block(SUNDAY, "02:00", "03:00")], zone, "2026-03-29")).toEqual([]);
    expect(open([block(SUNDAY, "01:00", "02:30")], zone, "2026-03-29")).toEqual([
      between("2026-03-29T01:00:00+01:00", "2026-03-29T03:00:00+02:00"),
    ]);
  });

  it("hold both passes of the repeated hour of 2026-10-25", () => {
    expect(open([block(SUNDAY, "02:00", "03:00")], zone, "2026-10-25")).toEqual([
      between("2026-10-25T02:00:00+02:00", "2026-10-25T03:00:00+01:00"),
    ]);
    expect(open([block(SUNDAY, "02:30", "04:00")], zone, "2026-10-25")).toEqual([
      between("2026-10-25T02:30:00+02:00", "2026-10-25T04:00:00+01:00"),
    ]);
  });
});

describe("weekly blocks of any calendar", () => {
  it("may name a zone of their own", () => {
    const visiting = [block(MONDAY, "09:00", "12:00", { timezone: "Europe/Madrid" })];
    expect(open(visiting, "America/Santiago", "2026-07-06")).toEqual([
      between("2026-07-06T09:00:00+02:00", "2026-07-06T12:00:00+02:00"),
    ]);
  });

  it("lose what blocking ones cover, and are never open by blocking ones alone", () => {
    const lunch = block(MONDAY, "13:00", "14:00", { isAvailable: false });
    expect(open([block(MONDAY, "09:00", "18:00"), lunch], "UTC", "2026-03-16")).toEqual([
      between("2026-03-16T09:00:00Z", "2026-03-16T13:00:00Z"),
      between("2026-03-16T14:00:00Z", "2026-03-16T18:00:00Z"),
    ]);
    expect(open([lunch], "UTC", "2026-03-16")).toEqual([]);
    expect(open([], "UTC", "2026-03-16")).toEqual([]);
  });

  it("hold an instant exactly when its wall-clock time lies in a block, but for the extra pass of a repeated hour", () => {
    const zones = fc.constantFrom("America/Santiago", "Europe/Madrid", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC");
    const clockTime = fc.nat(95).map((quarter) => quarter * 15);
    const dates = fc.constantFrom(
      "2026-03-29",
      "2026-04-04",
      "2026-04-05",
      "2026-09-06",
      "2026-10-04",
      "2026-10-25",
      "2026-06-17",
    );
    fc.assert(
      fc.property(zones, dates, clockTime, clockTime, (zone, date, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 15];
        const text = (minutes: number) =>
          `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
        const weekday = Temporal.PlainDate.from(date).dayOfWeek % 7;
        const intervals = open([block(weekday, text(from), text(to))], zone, date);
        const { start, end } = day(date, zone);
        const repeats = end - start > 86_400_000;
        for (let instant = start; instant < end; instant += 300_000) {
          const wall = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
          const minute = wall.hour * 60 + wall.minute;
          const inside = intervals.some((one) => one.start <= instant && instant < one.end);
          if (from <= minute && minute < to) expect(inside).toBe(true);
          else if (!repeats) expect(inside).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});

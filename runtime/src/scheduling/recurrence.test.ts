import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inZone } from "./local-time.ts";
import { MOST_OCCURRENCES, occurrencesOf } from "./recurrence.ts";

const SANTIAGO = "America/Santiago";
const starts = (localStart: string, rule: string, zone = SANTIAGO) =>
  occurrencesOf({ localStart, zone, rule }).map(({ startsAt }) => inZone(startsAt, zone));

describe("a recurring booking", () => {
  it("keeps its local time when the clocks go back, and when they go forward", () => {
    expect(starts("2026-03-31T10:00", "FREQ=WEEKLY;COUNT=2")).toEqual([
      "2026-03-31T10:00:00-03:00",
      "2026-04-07T10:00:00-04:00",
    ]);
    expect(starts("2026-09-01T10:00", "FREQ=WEEKLY;COUNT=2")).toEqual([
      "2026-09-01T10:00:00-04:00",
      "2026-09-08T10:00:00-03:00",
    ]);
  });

  it("starts after the gap on a day that skips its time, and keeps its time afterwards (P-19)", () => {
    expect(starts("2026-09-05T00:30", "FREQ=DAILY;COUNT=3")).toEqual([
      "2026-09-05T00:30:00-04:00",
      "2026-09-06T01:00:00-03:00",
      "2026-09-07T00:30:00-03:00",
    ]);
  });

  it("takes the first of a time that a day has twice (P-19)", () => {
    expect(starts("2026-04-03T23:30", "FREQ=DAILY;COUNT=3")).toEqual([
      "2026-04-03T23:30:00-03:00",
      "2026-04-04T23:30:00-03:00",
      "2026-04-05T23:30:00-04:00",
    ]);
  });

  it.each([
    ["every second week", "FREQ=WEEKLY;INTERVAL=2;COUNT=3", ["2026-03-16", "2026-03-30", "2026-04-13"]],
    ["on several days of the week", "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3", ["2026-03-16", "2026-03-18", "2026-03-23"]],
    ["on the third Monday", "FREQ=MONTHLY;BYDAY=3MO;COUNT=3", ["2026-03-16", "2026-04-20", "2026-05-18"]],
    [
      "until a moment in UTC, included",
      "FREQ=DAILY;UNTIL=20260318T130000Z",
      ["2026-03-16", "2026-03-17", "2026-03-18"],
    ],
    ["until a moment just before", "FREQ=DAILY;UNTIL=20260318T125959Z", ["2026-03-16", "2026-03-17"]],
    ["until a local moment", "FREQ=DAILY;UNTIL=20260317T100000", ["2026-03-16", "2026-03-17"]],
    ["until a day, included", "FREQ=DAILY;UNTIL=20260317", ["2026-03-16", "2026-03-17"]],
    ["in lower case, with its name", "rrule:freq=daily;count=2", ["2026-03-16", "2026-03-17"]],
  ])("repeats %s", (_how, rule, dates) => {
    const occurrences = occurrencesOf({ localStart: "2026-03-16T10:00", zone: SANTIAGO, rule });
    expect(occurrences.map(({ localStart }) => localStart)).toEqual(dates.map((date) => `${date}T10:00`));
  });

  it.each([
    ["once only", "FREQ=WEEKLY;COUNT=1", /at least 2/],
    ["never", "FREQ=WEEKLY;COUNT=0", /at least 2/],
    ["53 times", "FREQ=WEEKLY;COUNT=53", /at most 52/],
    ["without end", "FREQ=WEEKLY", /must end/],
    ["with two ends", "FREQ=WEEKLY;COUNT=3;UNTIL=20260601T000000Z", /must end/],
    ["by the hour", "FREQ=HOURLY;COUNT=3", /by days or more/],
    ["at other hours", "FREQ=DAILY;COUNT=3;BYHOUR=9,10", /BYHOUR/],
    ["in a way that nobody knows", "FREQ=DAILY;COUNT=3;MOON=FULL", /MOON/],
    ["on no day of the week", "FREQ=WEEKLY;COUNT=3;BYDAY=XX", /cannot be followed/],
    ["on a day that no year has", "FREQ=YEARLY;COUNT=3;BYMONTH=2;BYMONTHDAY=30", /cannot be followed/],
    ["every zeroth week", "FREQ=WEEKLY;INTERVAL=0;COUNT=3", /cannot be followed/],
    ["until nonsense", "FREQ=WEEKLY;UNTIL=SOON", /no UNTIL/],
    ["on days of which the first start is none", "FREQ=WEEKLY;BYDAY=TU;COUNT=3", /begins on 2026-03-17/],
    ["with a part said twice", "FREQ=WEEKLY;COUNT=3;COUNT=4", /COUNT once/],
    ["not at all", "", /takes no ""/],
  ])("is refused when it repeats %s", (_how, rule, reason) => {
    expect(() => starts("2026-03-16T10:00", rule)).toThrow(reason);
  });

  it.each(["2026-03-16", "2026-02-30T10:00", "2026-03-16T25:00", "2026-03-16T10:00Z"])(
    "is refused with %s for a local start",
    (localStart) => {
      expect(() => starts(localStart, "FREQ=DAILY;COUNT=2")).toThrow("is no local start");
    },
  );

  it("has as many occurrences as it says, in order, all at the same time of their days, whatever the zone", () => {
    const zones = fc.constantFrom(SANTIAGO, "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata", "UTC");
    const counts = fc.integer({ min: 2, max: MOST_OCCURRENCES });
    fc.assert(
      fc.property(
        zones,
        counts,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom("DAILY", "WEEKLY"),
        (zone, count, interval, freq) => {
          const rule = `FREQ=${freq};INTERVAL=${interval};COUNT=${count}`;
          const occurrences = occurrencesOf({ localStart: "2026-01-15T12:00", zone, rule });
          expect(occurrences).toHaveLength(count);
          const instants = occurrences.map(({ startsAt }) => startsAt);
          expect(instants).toEqual([...new Set(instants)].toSorted((a, b) => a - b));
          for (const { startsAt } of occurrences) expect(inZone(startsAt, zone)).toContain("T12:00:00");
        },
      ),
      { numRuns: 40 },
    );
  });
});

import { describe, expect, it } from "vitest";
import { parseInstant } from "../clock.ts";
import { datesAround, instantOf, isTimeZone, localDate, spanOfDates } from "./local-time.ts";

const at = (zone: string, date: string, time: string, bound: "start" | "end") => instantOf({ zone, date, time }, bound);

describe("wall-clock times as instants (lifecycle 9.3, P-19)", () => {
  it("are plain when the time exists once", () => {
    expect(at("America/Santiago", "2026-07-01", "10:00", "start")).toBe(parseInstant("2026-07-01T10:00:00-04:00"));
    expect(at("America/Santiago", "2026-01-01", "10:00", "end")).toBe(parseInstant("2026-01-01T10:00:00-03:00"));
    expect(at("Europe/Madrid", "2026-07-01", "24:00", "end")).toBe(parseInstant("2026-07-02T00:00:00+02:00"));
  });

  it.each(["start", "end"] as const)("move to the first instant after a gap, as a %s", (bound) => {
    const afterSantiago = parseInstant("2026-09-06T01:00:00-03:00");
    expect(at("America/Santiago", "2026-09-06", "00:00", bound)).toBe(afterSantiago);
    expect(at("America/Santiago", "2026-09-06", "00:30", bound)).toBe(afterSantiago);
    expect(at("America/Santiago", "2026-09-05", "24:00", bound)).toBe(afterSantiago);
    expect(at("Europe/Madrid", "2026-03-29", "02:15", bound)).toBe(parseInstant("2026-03-29T03:00:00+02:00"));
    // Summer time that pauses for Ramadan: a change that the library's search for transitions overlooks.
    expect(at("Asia/Gaza", "2040-10-20", "02:45", bound)).toBe(parseInstant("2040-10-20T03:00:00+03:00"));
  });

  it("take the first occurrence of a repeated time as a start, the second as an end", () => {
    expect(at("America/Santiago", "2026-04-04", "23:30", "start")).toBe(parseInstant("2026-04-04T23:30:00-03:00"));
    expect(at("America/Santiago", "2026-04-04", "23:30", "end")).toBe(parseInstant("2026-04-04T23:30:00-04:00"));
    expect(at("Europe/Madrid", "2026-10-25", "02:30", "start")).toBe(parseInstant("2026-10-25T02:30:00+02:00"));
    expect(at("Europe/Madrid", "2026-10-25", "02:30", "end")).toBe(parseInstant("2026-10-25T02:30:00+01:00"));
  });
});

describe("local dates", () => {
  it("depend on the zone", () => {
    const instant = parseInstant("2026-03-16T02:00:00Z");
    expect(localDate(instant, "America/Santiago")).toBe("2026-03-15");
    expect(localDate(instant, "Europe/Madrid")).toBe("2026-03-16");
  });

  it("around a span cover every zone and know their weekday", () => {
    const noon = parseInstant("2026-03-16T12:00:00Z");
    expect(datesAround({ start: noon, end: noon + 1 })).toEqual([
      { date: "2026-03-15", dayOfWeek: 0 },
      { date: "2026-03-16", dayOfWeek: 1 },
      { date: "2026-03-17", dayOfWeek: 2 },
    ]);
    expect(datesAround({ start: -1, end: 0 }).map((day) => day.dayOfWeek)).toEqual([2, 3, 4, 5]);
  });

  it("span whole days, of 23 or 25 hours when the clocks change", () => {
    const hours = (date: string, zone: string) => {
      const { start, end } = spanOfDates({ from: date, to: date, zone, mostDays: 31 });
      return (end - start) / 3_600_000;
    };
    expect(hours("2026-03-16", "Europe/Madrid")).toBe(24);
    expect(hours("2026-03-29", "Europe/Madrid")).toBe(23);
    expect(hours("2026-04-04", "America/Santiago")).toBe(25);
    expect(hours("2026-09-06", "America/Santiago")).toBe(23);
  });

  it.each([
    ["date_from", "2026-02-30", "2026-03-01"],
    ["date_from", "tomorrow", "2026-03-01"],
    ["date_to", "2026-03-01", "2026-3-2"],
    ["date_to", "2026-03-02", "2026-03-01"],
    ["date_to", "2026-03-01", "2026-04-01"],
  ])("are refused, naming %s, from %s to %s", (parameter, from, to) => {
    expect(() => spanOfDates({ from, to, zone: "Europe/Madrid", mostDays: 31 })).toThrow(
      expect.objectContaining({ code: "VALIDATION_ERROR", details: expect.objectContaining({ parameter }) }),
    );
  });

  it("include the last day, and as many days as allowed", () => {
    const { end } = spanOfDates({ from: "2026-03-01", to: "2026-03-31", zone: "UTC", mostDays: 31 });
    expect(end).toBe(parseInstant("2026-04-01T00:00:00Z"));
  });
});

describe("zones", () => {
  it.each([
    ["America/Santiago", true],
    ["UTC", true],
    ["Mars/Olympus", false],
    ["-03:00", false],
    ["", false],
  ])("%s: %s", (word, known) => {
    expect(isTimeZone(word)).toBe(known);
  });
});

import { describe, expect, it } from "vitest";
import { hoursFromNow, minutesInZone, timeOfDay, ZONES, zoneWhereItIs } from "./wall-clock.ts";

const AT = Date.parse("2026-03-02T02:15:30Z");

describe("the clock on a wall", () => {
  it("shows the hours of its zone, quarters and the day before included", () => {
    expect(minutesInZone(AT, "UTC")).toBe(135);
    expect(minutesInZone(AT, "Asia/Kathmandu")).toBe(8 * 60);
    expect(minutesInZone(AT, "America/Santiago")).toBe(23 * 60 + 15);
    expect(minutesInZone(Date.parse("2026-03-02T00:00:00Z"), "UTC")).toBe(0);
  });

  it("wraps at midnight in both directions", () => {
    expect([timeOfDay(-1), timeOfDay(1_440), timeOfDay(1_501)]).toEqual(["23:59", "00:00", "01:01"]);
    expect(hoursFromNow(AT, "America/Santiago", -60, 60)).toEqual({
      start: "22:15",
      end: "00:15",
      timezone: "America/Santiago",
    });
  });

  it("finds a zone before and one after noon at every hour of the day", () => {
    for (let hour = 0; hour < 24; hour += 1) {
      const at = AT + hour * 3_600_000;
      expect(zoneWhereItIs(at, 12 * 60 + 10, 22 * 60), `afternoon at ${hour}`).toBeDefined();
      expect(zoneWhereItIs(at, 2 * 60, 11 * 60 + 50), `morning at ${hour}`).toBeDefined();
    }
    expect(ZONES.length).toBeGreaterThan(5);
  });
});

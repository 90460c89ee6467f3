import { describe, expect, it } from "vitest";
import { dayInZone, endOfDay, hoursFromNow, minutesInZone, timeOfDay, ZONES, zoneWhereItIs } from "./wall-clock.ts";

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

  it("ends a day with the midnight of its zone, on days of 23 and of 25 hours as well", () => {
    const end = (at: string, zone: string) => new Date(endOfDay(Date.parse(at), zone)).toISOString();
    expect(dayInZone(AT, "America/Santiago")).toBe("2026-03-01");
    expect(end("2026-03-02T02:15:30Z", "America/Santiago")).toBe("2026-03-02T03:00:00.000Z");
    expect(end("2026-03-02T02:15:30Z", "UTC")).toBe("2026-03-03T00:00:00.000Z");
    expect(end("2026-03-02T02:15:30Z", "Asia/Kathmandu")).toBe("2026-03-02T18:15:00.000Z");
    expect(end("2026-03-29T00:30:00Z", "Europe/Madrid")).toBe("2026-03-29T22:00:00.000Z");
    expect(end("2026-10-24T22:00:00Z", "Europe/Madrid")).toBe("2026-10-25T23:00:00.000Z");
  });
});

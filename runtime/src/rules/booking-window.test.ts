import { describe, expect, it } from "vitest";
import { outsideBookingWindow } from "./booking-window.ts";

const NOW = Date.parse("2026-03-02T08:00:00-03:00");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe("the booking window", () => {
  it.each([
    ["the past", -1, {}, /future/],
    ["this moment", 0, {}, /future/],
    ["a moment from now", 1, {}, null],
    ["a moment too soon", 2 * HOUR - 1, { min_advance_minutes: 120 }, /at least 120 minutes/],
    ["exactly as soon as allowed", 2 * HOUR, { min_advance_minutes: 120 }, null],
    ["exactly as far as allowed", 30 * DAY, { max_advance_days: 30 }, null],
    ["a moment too far", 30 * DAY + 1, { max_advance_days: 30 }, /at most 30 days/],
  ] as const)("judges a start in %s", (_when, ahead, window, reason) => {
    const told = outsideBookingWindow(NOW + ahead, NOW, window);
    if (reason === null) expect(told).toBeNull();
    else expect(told).toMatch(reason);
  });
});

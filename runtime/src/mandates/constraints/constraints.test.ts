import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWithinHours, opensAt } from "./allowed-hours.ts";
import { dayOf } from "./daily-limit.ts";
import { isAllowedAddress, isRange } from "./ip-allowlist.ts";

const at = (text: string) => Date.parse(text);
const hours = (start: string, end: string, timezone = "America/Santiago") => ({ start, end, timezone });

describe("allowed hours", () => {
  it("include the start and not the end, to the minute", () => {
    const window = hours("09:00", "18:00");
    expect(isWithinHours(at("2026-03-02T08:59:59.999-03:00"), window)).toBe(false);
    expect(isWithinHours(at("2026-03-02T09:00:00-03:00"), window)).toBe(true);
    expect(isWithinHours(at("2026-03-02T17:59:59.999-03:00"), window)).toBe(true);
    expect(isWithinHours(at("2026-03-02T18:00:00-03:00"), window)).toBe(false);
  });

  it("run over midnight when the start lies after the end, and all day when they are the same", () => {
    const night = hours("22:00", "06:00");
    expect(isWithinHours(at("2026-03-02T22:00:00-03:00"), night)).toBe(true);
    expect(isWithinHours(at("2026-03-03T05:59:00-03:00"), night)).toBe(true);
    expect(isWithinHours(at("2026-03-03T06:00:00-03:00"), night)).toBe(false);
    expect(isWithinHours(at("2026-03-02T21:59:00-03:00"), night)).toBe(false);
    expect(isWithinHours(at("2026-03-02T12:00:00-03:00"), hours("08:00", "08:00"))).toBe(true);
  });

  it("follow the wall clock of their zone, whatever the clocks do", () => {
    // Santiago goes back on 4 April 2026 at midnight: 23:30 comes twice.
    const window = hours("23:15", "23:45");
    expect(isWithinHours(at("2026-04-04T23:30:00-03:00"), window)).toBe(true);
    expect(isWithinHours(at("2026-04-04T23:30:00-04:00"), window)).toBe(true);
    expect(isWithinHours(at("2026-03-02T12:00:00Z"), hours("21:00", "22:00", "Asia/Tokyo"))).toBe(true);
    expect(isWithinHours(at("2026-03-02T12:00:00Z"), hours("21:00", "22:00", "Europe/Madrid"))).toBe(false);
  });

  it("say when they open next, and are open then", () => {
    const time = fc.integer({ min: 0, max: 1439 }).map((minutes) => {
      const pad = (value: number) => String(value).padStart(2, "0");
      return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
    });
    const zone = fc.constantFrom("America/Santiago", "Europe/Madrid", "Asia/Kathmandu", "UTC");
    fc.assert(
      fc.property(time, time, zone, fc.integer({ min: 0, max: 500 * 86_400 }), (start, end, timezone, seconds) => {
        const now = at("2026-01-01T00:00:00Z") + seconds * 1000;
        const window = { start, end, timezone };
        const opening = opensAt(now, window);
        expect(opening).toBeGreaterThan(now);
        // A window that the clocks skip altogether is not open on that day.
        if (start < end && start.slice(0, 2) !== "23" && start > "04:00")
          expect(isWithinHours(opening, window)).toBe(true);
      }),
    );
  });
});

describe("the day that actions are counted on", () => {
  it("is the calendar day of the zone, and ends at its midnight", () => {
    expect(dayOf(at("2026-03-02T02:59:59Z"), "America/Santiago")).toEqual({
      date: "2026-03-01",
      endsAt: at("2026-03-02T03:00:00Z"),
    });
    expect(dayOf(at("2026-03-02T03:00:00Z"), "America/Santiago").date).toBe("2026-03-02");
    expect(dayOf(at("2026-03-02T03:00:00Z"), "UTC").endsAt).toBe(at("2026-03-03T00:00:00Z"));
  });
});

describe("the list of addresses", () => {
  it("takes single addresses and ranges of either version", () => {
    expect(isAllowedAddress("203.0.113.7", ["203.0.113.7"])).toBe(true);
    expect(isAllowedAddress("203.0.113.8", ["203.0.113.7"])).toBe(false);
    expect(isAllowedAddress("203.0.113.255", ["198.51.100.0/24", "203.0.113.0/24"])).toBe(true);
    expect(isAllowedAddress("203.0.114.0", ["203.0.113.0/24"])).toBe(false);
    expect(isAllowedAddress("2001:db8::1", ["2001:db8::/32"])).toBe(true);
    expect(isAllowedAddress("2001:db9::1", ["2001:db8::/32"])).toBe(false);
    expect(isAllowedAddress("fe80::1%eth0", ["fe80::/10"])).toBe(true);
  });

  it("takes everything of a version by its widest range, and nothing of the other", () => {
    expect(isAllowedAddress("127.0.0.1", ["0.0.0.0/0"])).toBe(true);
    expect(isAllowedAddress("::1", ["::/0"])).toBe(true);
    expect(isAllowedAddress("::1", ["0.0.0.0/0"])).toBe(false);
    expect(isAllowedAddress("127.0.0.1", ["::/0"])).toBe(false);
  });

  it("counts an IPv4 address within IPv6 as the IPv4 one, on both sides", () => {
    expect(isAllowedAddress("::ffff:203.0.113.7", ["203.0.113.0/24"])).toBe(true);
    expect(isAllowedAddress("203.0.113.7", ["::ffff:203.0.113.0/120"])).toBe(true);
    expect(isAllowedAddress("203.0.114.7", ["::ffff:203.0.113.0/120"])).toBe(false);
  });

  it("lets no unknown address through", () => {
    for (const address of [null, "", "pipe", "203.0.113"]) {
      expect(isAllowedAddress(address, ["0.0.0.0/0", "::/0"]), String(address)).toBe(false);
    }
  });

  it("knows what is a range", () => {
    expect(
      ["203.0.113.0/24", "203.0.113.7", "::1", "2001:db8::/32", "0.0.0.0/0"].filter((each) => !isRange(each)),
    ).toEqual([]);
    expect(["203.0.113.0/33", "203.0.113", "example.com", "", "::/129"].filter(isRange)).toEqual([]);
  });
});

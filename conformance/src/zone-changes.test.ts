import { describe, expect, it } from "vitest";
import { boundOf, isSkipped, isWrittenIn, nextChange } from "./zone-changes.ts";

const instant = (at: number) => new Date(at).toISOString();
const bound = (date: string, time: string, kind: "start" | "end") =>
  instant(boundOf({ date, time, zone: "America/Santiago", kind }));

describe("the arithmetic of the days on which clocks change (lifecycle 9.3, P-19)", () => {
  it("finds the next change in either direction", () => {
    const after = Date.parse("2026-02-01T00:00:00Z");
    expect(nextChange("America/Santiago", after, "forward")).toMatchObject({ date: "2026-09-06", minutes: 60 });
    expect(nextChange("America/Santiago", after, "back")).toMatchObject({ date: "2026-04-04", minutes: 60 });
    expect(nextChange("Australia/Lord_Howe", after, "back")).toMatchObject({ minutes: 30 });
    expect(nextChange("Asia/Tokyo", after, "back")).toBeNull();
  });

  it("moves both bounds in a skipped hour to the first moment after it", () => {
    expect(bound("2026-09-06", "00:30", "start")).toBe("2026-09-06T04:00:00.000Z");
    expect(bound("2026-09-06", "00:30", "end")).toBe("2026-09-06T04:00:00.000Z");
    expect(bound("2026-09-06", "02:00", "end")).toBe("2026-09-06T05:00:00.000Z");
  });

  it("takes the first of a repeated start and the second of a repeated end", () => {
    expect(bound("2026-04-04", "22:00", "start")).toBe("2026-04-05T01:00:00.000Z");
    expect(bound("2026-04-04", "23:30", "start")).toBe("2026-04-05T02:30:00.000Z");
    expect(bound("2026-04-04", "23:30", "end")).toBe("2026-04-05T03:30:00.000Z");
    expect(bound("2026-04-04", "24:00", "end")).toBe("2026-04-05T04:00:00.000Z");
  });

  it("tells written times that do not exist, and offsets that are not the zone's", () => {
    expect(isSkipped("2026-09-06T00:30:00-04:00", "America/Santiago")).toBe(true);
    expect(isSkipped("2026-09-06T01:30:00-03:00", "America/Santiago")).toBe(false);
    expect(isWrittenIn("2026-09-06T01:30:00-03:00", "America/Santiago")).toBe(true);
    expect(isWrittenIn("2026-09-06T01:30:00-04:00", "America/Santiago")).toBe(false);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Clock, isoInstant, parseInstant, SandboxClock } from "./clock.ts";
import { ProtocolError } from "./errors.ts";

class HandClock implements Clock {
  time: number;
  constructor(time: number) {
    this.time = time;
  }
  now(): number {
    return this.time;
  }
}

describe("the sandbox clock (D-30)", () => {
  it("starts at real time and runs on with it after a jump", () => {
    const real = new HandClock(1_000_000);
    const clock = new SandboxClock(real);
    expect(clock.now()).toBe(1_000_000);
    clock.advance(3_600_000);
    real.time += 500;
    expect(clock.now()).toBe(4_600_500);
    expect(clock.offsetSeconds).toBe(3600);
  });

  it("is set to a later instant", () => {
    const clock = new SandboxClock(new HandClock(1_000_000));
    clock.set(9_000_000);
    expect(clock.now()).toBe(9_000_000);
  });

  it("never goes back", () => {
    const clock = new SandboxClock(new HandClock(1_000_000));
    expect(() => clock.set(999_999)).toThrow(ProtocolError);
    expect(() => clock.advance(0)).toThrow(ProtocolError);
    expect(() => clock.advance(-1)).toThrow(ProtocolError);
    expect(() => clock.advance(Number.NaN)).toThrow(ProtocolError);
    expect(clock.now()).toBe(1_000_000);
  });
});

describe("instants on the wire", () => {
  it("are UTC and name milliseconds only when there are some", () => {
    expect(isoInstant(Date.UTC(2026, 2, 16, 13))).toBe("2026-03-16T13:00:00Z");
    expect(isoInstant(Date.UTC(2026, 2, 16, 13, 0, 0, 250))).toBe("2026-03-16T13:00:00.250Z");
  });

  it("are read with any offset as the same moment", () => {
    expect(parseInstant("2026-03-16T10:00:00-03:00")).toBe(parseInstant("2026-03-16T13:00:00Z"));
  });

  it.each(["2026-03-16T10:00:00", "2026-03-16", "2026-02-30T10:00:00Z", "tomorrow", ""])("refuse %j", (text) => {
    expect(() => parseInstant(text, "/starts_at")).toThrow(
      expect.objectContaining({
        code: "VALIDATION_ERROR",
        details: expect.objectContaining({ pointer: "/starts_at" }),
      }),
    );
  });

  it("survive the way to text and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (instant) => {
        expect(parseInstant(isoInstant(instant))).toBe(instant);
      }),
    );
  });
});

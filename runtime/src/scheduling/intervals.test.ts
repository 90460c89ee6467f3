import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, type Interval, mostAtOnce, overlaps, subtract, union } from "./intervals.ts";

const LIMIT = 40;
const span = fc
  .tuple(fc.nat(LIMIT), fc.nat(LIMIT))
  .map(([a, b]): Interval => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const spans = fc.array(span, { maxLength: 8 });
const instants = Array.from({ length: LIMIT + 1 }, (_, instant) => instant);
const holds = (list: readonly Interval[], instant: number) =>
  list.some(({ start, end }) => start <= instant && instant < end);
const isTidy = (list: readonly Interval[]) =>
  list.every(({ start, end }, n) => start < end && (n === 0 || (list[n - 1]?.end ?? 0) < start));

describe("half-open intervals (lifecycle 9.1)", () => {
  it("do not collide when one ends as the other starts (SVC-SCHED-004)", () => {
    expect(overlaps({ start: 9, end: 10 }, { start: 10, end: 11 })).toBe(false);
    expect(overlaps({ start: 9, end: 10 }, { start: 9, end: 10 })).toBe(true);
    expect(overlaps({ start: 9, end: 11 }, { start: 10, end: 12 })).toBe(true);
  });

  it("united hold the same instants, sorted and apart", () => {
    fc.assert(
      fc.property(spans, (list) => {
        const united = union(list);
        expect(isTidy(united)).toBe(true);
        expect(instants.filter((t) => holds(united, t))).toEqual(instants.filter((t) => holds(list, t)));
      }),
    );
  });

  it("subtracted leave exactly the instants that were not taken", () => {
    fc.assert(
      fc.property(spans, spans, (from, taken) => {
        const rest = subtract(from, taken);
        expect(isTidy(rest)).toBe(true);
        expect(instants.filter((t) => holds(rest, t))).toEqual(
          instants.filter((t) => holds(from, t) && !holds(taken, t)),
        );
      }),
    );
  });

  it("contain a span only whole", () => {
    const open = [
      { start: 9, end: 12 },
      { start: 13, end: 17 },
    ];
    expect(contains(open, { start: 9, end: 12 })).toBe(true);
    expect(contains(open, { start: 11, end: 13 })).toBe(false);
    expect(contains(open, { start: 16, end: 18 })).toBe(false);
  });

  it("are counted at the instant where most meet", () => {
    fc.assert(
      fc.property(spans, span, (list, within) => {
        const counts = instants
          .filter((t) => within.start <= t && t < within.end)
          .map((t) => list.filter((one) => one.start <= t && t < one.end).length);
        if (counts.length > 0) expect(mostAtOnce(list, within)).toBe(Math.max(...counts));
      }),
    );
  });
});

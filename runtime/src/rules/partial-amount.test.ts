import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partialAmount } from "./partial-amount.ts";

describe("the amount of a partial delivery (SVC-EXC-021)", () => {
  it.each([
    [35000, 30, 60, 17500],
    [35000, 20, 45, 15556],
    [9999, 30, 60, 5000],
    [35000, 0, 60, 0],
    [35000, 60, 60, 35000],
    [35000, 90, 60, 35000],
  ])("of %d for %d of %d minutes is %d", (priceMinor, deliveredMinutes, durationMinutes, amount) => {
    expect(partialAmount({ priceMinor, deliveredMinutes, durationMinutes })).toBe(amount);
  });

  it("grows with the minutes and never exceeds the price", () => {
    fc.assert(
      fc.property(
        fc.nat(100_000_000),
        fc.nat(600),
        fc.nat(600),
        fc.integer({ min: 1, max: 480 }),
        (priceMinor, a, b, durationMinutes) => {
          const [less, more] = [Math.min(a, b), Math.max(a, b)].map((deliveredMinutes) =>
            partialAmount({ priceMinor, deliveredMinutes, durationMinutes }),
          ) as [number, number];
          expect(less).toBeLessThanOrEqual(more);
          expect(more).toBeLessThanOrEqual(priceMinor);
        },
      ),
    );
  });
});

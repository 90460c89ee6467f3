import { describe, expect, it } from "vitest";
import { quantileOf, Tally } from "./tally.ts";

describe("a tally", () => {
  it("counts outcomes by kind of call, and failures apart from refusals", () => {
    const tally = new Tally();
    tally.add({ operation: "book", status: 201, milliseconds: 1 });
    tally.add({ operation: "book", status: 409, code: "CONFLICT", milliseconds: 3 });
    tally.add({ operation: "list", status: 503, milliseconds: 2 });
    tally.add({ operation: "list", status: 500, milliseconds: 2 });
    tally.add({ operation: "list", status: 0, milliseconds: 2 });
    expect([tally.count, tally.shed, tally.failed]).toEqual([5, 1, 2]);
    expect(tally.figures()[1]).toEqual({
      operation: "book",
      calls: 2,
      p50: 1,
      p99: 3,
      outcomes: { "201": 1, "409 CONFLICT": 1 },
    });
  });

  it("says below what a share of its values lies", () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([quantileOf(values, 0.5), quantileOf(values, 0.99), quantileOf([], 0.5)]).toEqual([50, 99, 0]);
  });
});

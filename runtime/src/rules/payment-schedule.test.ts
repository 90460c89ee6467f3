import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dueAfterPeriods,
  installmentAmounts,
  installmentMoment,
  type PeriodPlan,
  periodCount,
  periodEnd,
} from "./payment-schedule.ts";

const zone = "America/Santiago";
const at = (text: string) => Date.parse(text);

describe("the trigger of an installment (objects 13)", () => {
  it.each([
    ["contract_signed", { on: "activation" }],
    ["Completion", { on: "completion" }],
    ["2026-04-15", { on: "day", date: "2026-04-15" }],
    ["2026-02-30", { on: "milestone", name: "2026-02-30" }],
    ["Entrega del informe", { on: "milestone", name: "entrega del informe" }],
  ])("%s is %o", (trigger, moment) => {
    expect(installmentMoment(trigger)).toEqual(moment);
  });
});

describe("the amounts of installments", () => {
  const percent = (percentage: number) => ({ amountMinor: null, percentage });

  it("are amounts as agreed and shares of the total", () => {
    expect(installmentAmounts([percent(50), { amountMinor: 100_000, percentage: null }], 340_001)).toEqual([
      170_001, 100_000,
    ]);
  });

  it("make the total exactly when the shares make a hundred", () => {
    expect(installmentAmounts([percent(33.3), percent(33.3), percent(33.4)], 100)).toEqual([33, 33, 34]);
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 20 }), (total, parts) => {
        const even = Math.floor(100 / parts);
        const shares = [...Array.from({ length: parts - 1 }, () => percent(even)), percent(100 - even * (parts - 1))];
        const sum = installmentAmounts(shares, total).reduce((a, b) => a + b, 0);
        expect(Math.abs(sum - total)).toBeLessThanOrEqual(parts);
        if (total >= parts * 100) expect(sum).toBe(total);
      }),
    );
  });
});

describe("the periods of an order", () => {
  const plan: PeriodPlan = { start: at("2026-01-31T09:00:00-03:00"), end: null, unit: "month", zone };

  it("are calendar months of the organization's zone, also over a change of its clocks", () => {
    expect(periodEnd(plan, 1)).toBe(at("2026-02-28T09:00:00-03:00"));
    expect(periodEnd(plan, 3)).toBe(at("2026-04-30T09:00:00-04:00"));
    expect(periodCount(plan)).toBeNull();
  });

  it("end with the term, the last one cut off there", () => {
    const limited = { ...plan, start: at("2026-01-01T00:00:00-03:00"), end: at("2026-03-15T00:00:00-03:00") };
    expect(periodCount(limited)).toBe(3);
    expect([1, 2, 3].map((number) => periodEnd(limited, number))).toEqual([
      at("2026-02-01T00:00:00-03:00"),
      at("2026-03-01T00:00:00-03:00"),
      limited.end,
    ]);
    expect(periodCount({ ...limited, end: at("2026-03-01T00:00:00-03:00") })).toBe(2);
    expect(periodCount({ ...limited, end: limited.start + 1000 })).toBe(1);
    expect(periodCount({ ...limited, unit: "year", end: at("2028-01-01T00:00:00-03:00") })).toBe(2);
  });

  it("make a fixed amount due in equal parts, the last with the rest, and of an open order the whole each time", () => {
    expect([1, 2, 3].map((passed) => dueAfterPeriods(100, passed, 3))).toEqual([33, 66, 100]);
    expect([1, 2].map((passed) => dueAfterPeriods(100, passed, null))).toEqual([100, 200]);
  });
});

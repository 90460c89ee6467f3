import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OrderSale, orderLedger } from "./order-ledger.ts";
import {
  authorizedMinor,
  consumption,
  exceededLimit,
  isUsedUp,
  type OrderPrices,
  type OrderSession,
  sum,
} from "./order-prices.ts";

const pack: OrderPrices = { model: "fixed", fixedMinor: 360_000, rates: [], quantityLimit: 12, minutesLimit: null };
const hourly: OrderPrices = {
  model: "t&m",
  fixedMinor: null,
  rates: [{ level: "senior", rateMinor: 45_000 }],
  quantityLimit: null,
  minutesLimit: null,
};

function session(changes: Partial<OrderSession> = {}): OrderSession {
  return {
    plannedMinutes: 60,
    actualMinutes: 60,
    catalogueMinor: 35_000,
    rateMinor: null,
    priceMinor: 30_000,
    amountMinor: 30_000,
    ...changes,
  };
}

const sale = (totalMinor: number, paidMinor: number): OrderSale => ({ totalMinor, paidMinor, voided: false });

describe("the ledger of an order (lifecycle 11, rule 4)", () => {
  it("has money before the first delivery when it is paid upfront (SVC-LEDG-003)", () => {
    expect(orderLedger({ prices: pack, verified: [], sales: [sale(360_000, 360_000)] })).toEqual({
      servicesVerified: 0,
      minutesConsumed: 0,
      amountConsumedMinor: 0,
      amountBilledMinor: 360_000,
      amountCollectedMinor: 360_000,
      amountRemainingMinor: 360_000,
    });
  });

  it("counts free deliveries that nothing is billed for (SVC-LEDG-004)", () => {
    const free = { ...pack, fixedMinor: 0 };
    expect(
      orderLedger({ prices: free, verified: [session({ priceMinor: 0, amountMinor: 0 })], sales: [] }),
    ).toMatchObject({
      servicesVerified: 1,
      amountConsumedMinor: 0,
      amountBilledMinor: 0,
      amountCollectedMinor: 0,
    });
  });

  it("consumes half of a session that was delivered by half (SVC-LEDG-007)", () => {
    const half = session({ actualMinutes: 30, amountMinor: 15_000 });
    expect(orderLedger({ prices: pack, verified: [half], sales: [] })).toMatchObject({
      amountConsumedMinor: 15_000,
      minutesConsumed: 30,
    });
    const rated = session({ rateMinor: 45_000, priceMinor: 45_000, amountMinor: 22_500, actualMinutes: 30 });
    expect(orderLedger({ prices: hourly, verified: [rated], sales: [] }).amountConsumedMinor).toBe(22_500);
  });

  it("has no remainder when the order is unlimited", () => {
    expect(orderLedger({ prices: hourly, verified: [], sales: [] }).amountRemainingMinor).toBeNull();
  });

  const prices = fc.record({
    model: fc.constantFrom("fixed", "t&m", "rate_card", "mixed") as fc.Arbitrary<OrderPrices["model"]>,
    fixedMinor: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
    rates: fc.array(fc.record({ level: fc.constant("any"), rateMinor: fc.integer({ min: 0, max: 100_000 }) }), {
      maxLength: 2,
    }),
    quantityLimit: fc.option(fc.integer({ min: 1, max: 30 })),
    minutesLimit: fc.option(fc.integer({ min: 1, max: 3000 })),
  });
  const sessions = fc.array(
    fc
      .record({
        plannedMinutes: fc.integer({ min: 1, max: 240 }),
        actualMinutes: fc.option(fc.integer({ min: 0, max: 240 })),
        catalogueMinor: fc.integer({ min: 0, max: 100_000 }),
        rateMinor: fc.option(fc.integer({ min: 0, max: 100_000 })),
        priceMinor: fc.integer({ min: 0, max: 100_000 }),
        delivered: fc.integer({ min: 0, max: 100 }),
      })
      .map(({ delivered, ...rest }) => ({ ...rest, amountMinor: Math.floor((rest.priceMinor * delivered) / 100) })),
    { maxLength: 30 },
  );
  const sales = fc.array(
    fc.record({ totalMinor: fc.nat(1_000_000), paidMinor: fc.nat(1_000_000), voided: fc.boolean() }),
  );

  it("never has a negative figure, and never more left than authorized", () => {
    fc.assert(
      fc.property(prices, sessions, sales, (of, verified, issued) => {
        const ledger = orderLedger({ prices: of, verified, sales: issued });
        for (const figure of Object.values(ledger)) expect(figure ?? 0).toBeGreaterThanOrEqual(0);
        expect(ledger.amountRemainingMinor ?? 0).toBeLessThanOrEqual(authorizedMinor(of) ?? 0);
      }),
    );
  });

  it("advances its three sources each on its own (rule 5)", () => {
    fc.assert(
      fc.property(prices, sessions, sales, (of, verified, issued) => {
        const whole = orderLedger({ prices: of, verified, sales: issued });
        const { amountBilledMinor, amountCollectedMinor, ...delivered } = whole;
        expect(orderLedger({ prices: of, verified: [], sales: issued })).toMatchObject({
          amountBilledMinor,
          amountCollectedMinor,
        });
        expect(orderLedger({ prices: of, verified, sales: [] })).toMatchObject(delivered);
      }),
    );
  });

  it("takes a refund off what was collected, and off nothing else (SVC-LEDG-008, SVC-LEDG-009)", () => {
    fc.assert(
      fc.property(prices, sessions, fc.nat(1_000_000), fc.nat(100), (of, verified, paidMinor, percent) => {
        const returned = Math.floor((paidMinor * percent) / 100);
        const before = orderLedger({ prices: of, verified, sales: [sale(1_000_000, paidMinor)] });
        const after = orderLedger({ prices: of, verified, sales: [sale(1_000_000, paidMinor - returned)] });
        expect(after).toEqual({ ...before, amountCollectedMinor: before.amountCollectedMinor - returned });
      }),
    );
  });

  it("never consumes less by one more delivery, nor a fixed amount twice", () => {
    fc.assert(
      fc.property(prices, sessions, (of, verified) => {
        const amounts = consumption(of, verified);
        expect(amounts.every((amount) => amount >= 0)).toBe(true);
        if (of.model === "fixed") {
          const unrated = verified.map((one) => ({ ...one, rateMinor: null }));
          expect(sum(consumption(of, unrated))).toBeLessThanOrEqual(of.fixedMinor ?? 0);
        }
      }),
    );
  });
});

describe("the prices of an order", () => {
  it("share a fixed amount exactly, the last session with the rounding rest", () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 50 }), (fixedMinor, quantityLimit) => {
        const amounts = consumption(
          { ...pack, fixedMinor, quantityLimit },
          Array.from({ length: quantityLimit }, () => session({ priceMinor: 0, amountMinor: 0 })),
        );
        expect(sum(amounts)).toBe(fixedMinor);
        expect(new Set(amounts.slice(0, -1)).size).toBeLessThanOrEqual(1);
      }),
    );
    const thirds = consumption({ ...pack, fixedMinor: 100_000, quantityLimit: 3 }, [session(), session(), session()]);
    expect(thirds).toEqual([33_333, 33_333, 33_334]);
  });

  it("share a fixed amount by the minute when hours are its limit", () => {
    const hours = { ...pack, quantityLimit: null, minutesLimit: 600 };
    expect(consumption(hours, [session({ actualMinutes: 90 })])).toEqual([54_000]);
  });

  it("take the catalogue price of each session from a fixed amount without limits, until it is used up", () => {
    const flat = { ...pack, fixedMinor: 80_000, quantityLimit: null };
    expect(consumption(flat, [session(), session(), session()])).toEqual([35_000, 35_000, 10_000]);
    expect(exceededLimit(flat, [session(), session(), session()], session())).toBeNull();
  });

  it("count both parts of a mixed price", () => {
    const mixed: OrderPrices = { ...hourly, model: "mixed", fixedMinor: 100_000 };
    expect(
      consumption(mixed, [session({ rateMinor: 45_000, actualMinutes: 40, priceMinor: 0, amountMinor: 0 })]),
    ).toEqual([130_000]);
    expect(authorizedMinor(mixed)).toBeNull();
    expect(authorizedMinor({ ...mixed, minutesLimit: 600 })).toBe(550_000);
  });

  it("refuse what goes beyond sessions, hours or value (rule 3)", () => {
    const planned = session({ actualMinutes: null });
    const taken = Array.from({ length: 12 }, () => planned);
    expect(exceededLimit(pack, taken.slice(1), planned)).toBeNull();
    expect(exceededLimit(pack, taken, planned)).toBe("quantity_limit");
    expect(exceededLimit({ ...hourly, minutesLimit: 90 }, [session({ actualMinutes: 31 })], planned)).toBe(
      "hours_limit",
    );
    expect(exceededLimit({ ...hourly, minutesLimit: 90 }, [session({ actualMinutes: 30 })], planned)).toBeNull();
    const rated = session({ actualMinutes: null, rateMinor: 45_000, priceMinor: 45_000, amountMinor: 45_000 });
    expect(exceededLimit({ ...hourly, fixedMinor: 90_000 }, [rated], rated)).toBeNull();
    expect(exceededLimit({ ...hourly, fixedMinor: 89_999 }, [rated], rated)).toBe("value");
  });

  it("are used up by as many deliveries or hours as the limit allows", () => {
    expect(isUsedUp({ ...pack, quantityLimit: 2 }, [session()])).toBe(false);
    expect(isUsedUp({ ...pack, quantityLimit: 2 }, [session(), session()])).toBe(true);
    expect(isUsedUp({ ...hourly, minutesLimit: 120 }, [session(), session({ actualMinutes: 59 })])).toBe(false);
    expect(isUsedUp({ ...hourly, minutesLimit: 120 }, [session(), session()])).toBe(true);
    expect(isUsedUp(hourly, [session()])).toBe(false);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fromMinorUnits,
  isCurrency,
  minorDigits,
  percentOf,
  readAmount,
  requireCurrency,
  shareOf,
  toMinorUnits,
  toMoney,
} from "./money.ts";

const refusal = (code: string, pointer: string) =>
  expect.objectContaining({ code, details: expect.objectContaining({ pointer }) });

describe("amounts as integers of the minor unit (D-17)", () => {
  it.each([
    [35000, "CLP", 35000],
    [99.99, "USD", 9999],
    [0.1, "EUR", 10],
    [1.15, "EUR", 115],
    [4.35, "USD", 435],
    [1.005, "BHD", 1005],
    [0, "USD", 0],
    [9_999_999_999_999.99, "USD", 999_999_999_999_999],
  ])("holds %d %s as %d", (value, currency, minor) => {
    expect(toMinorUnits(value, currency)).toBe(minor);
    expect(fromMinorUnits(minor, currency)).toBe(value);
  });

  it("refuses more decimals than the currency has, at the place that is wrong", () => {
    expect(() => toMinorUnits(100.5, "CLP", "/price/value")).toThrow(refusal("VALIDATION_ERROR", "/price/value"));
    expect(() => toMinorUnits(0.001, "USD", "/amount")).toThrow(refusal("VALIDATION_ERROR", "/amount"));
    expect(() => toMinorUnits(1e-7, "USD", "/amount")).toThrow(refusal("VALIDATION_ERROR", "/amount"));
    expect(() => toMinorUnits(0.1 + 0.2, "USD", "/amount")).toThrow(refusal("VALIDATION_ERROR", "/amount"));
  });

  it.each([-1, -0.01, Number.NaN, Number.POSITIVE_INFINITY, 1e21, 1e15])("refuses %d", (value) => {
    expect(() => toMinorUnits(value, "USD", "/amount")).toThrow(refusal("VALIDATION_ERROR", "/amount"));
  });

  it("refuses a currency that is none", () => {
    for (const word of ["XX", "XXX", "usd", "ZZZ", "XAU", ""]) {
      expect(isCurrency(word)).toBe(false);
      expect(() => minorDigits(word, "/price/currency")).toThrow(refusal("VALIDATION_ERROR", "/price/currency"));
    }
  });

  it("comes back from the wire exactly, whatever the amount", () => {
    const currency = fc.constantFrom("CLP", "USD", "EUR", "BHD", "JPY", "MXN", "CLF");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), currency, (minor, code) => {
        const money = JSON.parse(JSON.stringify(toMoney(minor, code)));
        expect(toMinorUnits(money.value, code)).toBe(minor);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("amounts in requests (E-05)", () => {
  it("are read bare or as money", () => {
    expect(readAmount(35000, "CLP", "/unit_price")).toBe(35000);
    expect(readAmount({ value: 12.5, currency: "USD" }, "USD", "/unit_price")).toBe(1250);
  });

  it("are refused in another currency than agreed", () => {
    const given = { value: 10, currency: "USD" };
    expect(() => readAmount(given, "CLP", "/unit_price")).toThrow(refusal("CURRENCY_MISMATCH", "/unit_price/currency"));
    expect(() => requireCurrency("USD", "CLP")).toThrow(refusal("CURRENCY_MISMATCH", "/currency"));
  });
});

describe("shares of an amount", () => {
  it("are rounded half up to the minor unit (SVC-CANC-004)", () => {
    expect(percentOf(35001, 50)).toBe(17501);
    expect(percentOf(9999, 50)).toBe(5000);
    expect(percentOf(1, 49.999999)).toBe(0);
    expect(percentOf(1000, 33.35)).toBe(334);
    expect(shareOf(35000, 30, 60)).toBe(17500);
    expect(shareOf(100, 1, 3)).toBe(33);
    expect(shareOf(100, 2, 3)).toBe(67);
  });

  it("differ from the exact share by at most half a unit, and upwards when it is exactly half", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999_999_999 }),
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        (minor, some, whole) => {
          const part = some % (whole + 1);
          const doubledError =
            2n * (BigInt(shareOf(minor, part, whole)) * BigInt(whole) - BigInt(minor) * BigInt(part));
          expect(doubledError <= BigInt(whole)).toBe(true);
          expect(doubledError > -BigInt(whole)).toBe(true);
        },
      ),
    );
  });

  it("are all of it at 100 percent and nothing at 0", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999_999 }), (minor) => {
        expect(percentOf(minor, 100)).toBe(minor);
        expect(percentOf(minor, 0)).toBe(0);
      }),
    );
  });
});

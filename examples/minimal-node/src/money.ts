import { ProtocolError } from "../generated/servicialo.ts";
import type { Money, MoneyOrAmount } from "../generated/types.ts";

/** Decimals of a currency: 0 for CLP, 2 for USD. */
function digitsOf(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount as an integer of the currency's minor unit; all sums are done in these. */
export function toMinor({ value, currency }: Money): number {
  return Math.round(value * 10 ** digitsOf(currency));
}

export function fromMinor(minor: number, currency: string): Money {
  return { value: minor / 10 ** digitsOf(currency), currency };
}

/**
 * Reads an amount that may stand bare, in the agreed currency, in minor units.
 * @throws {ProtocolError} `CURRENCY_MISMATCH`, or `VALIDATION_ERROR` for a negative one or too many decimals
 */
export function readAmount(given: MoneyOrAmount, currency: string, pointer: string): number {
  const money = typeof given === "number" ? { value: given, currency } : given;
  if (money.currency !== currency)
    throw new ProtocolError("CURRENCY_MISMATCH", { pointer, detail: `Agreed is ${currency}.` });
  const minor = toMinor(money);
  if (money.value >= 0 && Math.abs(minor / 10 ** digitsOf(currency) - money.value) < 1e-9) return minor;
  throw new ProtocolError("VALIDATION_ERROR", { pointer, detail: `${money.value} is no amount in ${currency}.` });
}

/** `part ÷ whole` of an amount in minor units, rounded half up. */
export function share(minor: number, part: number, whole: number): number {
  return Number((2n * BigInt(minor) * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole)));
}

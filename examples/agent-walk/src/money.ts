import type { Money } from "@servicialo/schema/0.8/types";

/** How many decimals amounts of a currency have: 0 for CLP, 2 for USD. */
function decimalsOf(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount as whole minor units, in which sums are exact. */
export function minorUnits({ value, currency }: Money): number {
  return Math.round(value * 10 ** decimalsOf(currency));
}

/** The amount that these minor units are. */
export function moneyOf(minor: number, currency: string): Money {
  return { value: minor / 10 ** decimalsOf(currency), currency };
}

/** A part of an amount, rounded half up to the minor unit (lifecycle 6.6 and 8). */
export function shareOf(whole: Money, part: { readonly of: number; readonly parts: number }): Money {
  return moneyOf(Math.floor((2 * minorUnits(whole) * part.parts + part.of) / (2 * part.of)), whole.currency);
}

/** An amount as people read it. */
export function inWords({ value, currency }: Money): string {
  return `${value} ${currency}`;
}

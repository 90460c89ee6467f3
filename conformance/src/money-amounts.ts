import { pickNumber, pickText } from "./json-path.ts";
import { decimalsOf } from "./minor-units.ts";

/** An amount in the smallest units of its currency. */
export interface Amount {
  readonly minor: number;
  readonly currency: string;
}

/** What binary fractions may leave over of a whole number of units. */
const CRUMB = 1e-6;

/** Smallest units of a bare number (decision D-17); not whole where the number names a part of one. */
export function toMinor(value: number, currency: string): number {
  const units = value * 10 ** decimalsOf(currency);
  return Math.abs(units - Math.round(units)) < CRUMB ? Math.round(units) : units;
}

/** The bare number of so many smallest units. */
export function fromMinor(minor: number, currency: string): number {
  return minor / 10 ** decimalsOf(currency);
}

/** The money at a path of a document; null when there is none. */
export function amountAt(document: unknown, path: string): Amount | null {
  const value = pickNumber(document, `${path}.value`);
  const currency = pickText(document, `${path}.currency`);
  return value === undefined || currency === undefined ? null : { minor: toMinor(value, currency), currency };
}

/** `numerator ÷ denominator`, halves up, in whole numbers (lifecycle 8). */
export function halfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}

/** So many percent of an amount in smallest units (SVC-CANC-004). */
export function percentOf(minor: number, percent: number): number {
  return halfUp(minor * percent, 100);
}

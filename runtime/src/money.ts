import currencies from "currency-codes";
import { invalid, ProtocolError } from "./errors.ts";

/** An amount as it goes over the wire: in major units, with its ISO 4217 currency (D-17). */
export interface Money {
  value: number;
  currency: string;
}

/** Any decimal of 15 digits survives the way through a JSON number; longer ones may not. */
const LARGEST_MINOR = 999_999_999_999_999;

/** ISO 4217 codes that name no money one could pay with: metals, funds, testing. */
const NO_CURRENCY = new Set([
  "XXX",
  "XTS",
  "XAU",
  "XAG",
  "XPT",
  "XPD",
  "XBA",
  "XBB",
  "XBC",
  "XBD",
  "XDR",
  "XSU",
  "XUA",
]);

/** Whether a word is the ISO 4217 code of a currency. */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && !NO_CURRENCY.has(code) && currencies.code(code) !== undefined;
}

/**
 * How many decimals amounts of a currency have: CLP 0, USD 2, BHD 3 (ISO 4217).
 * @throws {ProtocolError} VALIDATION_ERROR for an unknown currency
 */
export function minorDigits(currency: string, pointer = "/currency"): number {
  const record = isCurrency(currency) ? currencies.code(currency) : undefined;
  if (!record) throw invalid(pointer, `"${currency}" is no ISO 4217 currency.`);
  return record.digits;
}

/**
 * An amount in major units as an integer of minor units, exactly: 99.99 USD is 9999, 35000 CLP is 35000 (D-17).
 * @param pointer JSON Pointer of the amount, for the refusal
 * @throws {ProtocolError} VALIDATION_ERROR when it is negative, too large, or has more decimals than its currency
 */
export function toMinorUnits(value: number, currency: string, pointer = "/amount"): number {
  const digits = minorDigits(currency);
  if (!Number.isFinite(value) || value < 0) throw invalid(pointer, "An amount cannot be negative.");
  const { numerator, decimals } = exactDecimal(value);
  if (decimals > digits) {
    throw invalid(pointer, `An amount in ${currency} has at most ${digits} decimals; ${value} has ${decimals}.`);
  }
  const minor = numerator * 10n ** BigInt(digits - decimals);
  if (minor > BigInt(LARGEST_MINOR)) throw invalid(pointer, `${value} ${currency} is more than this node can hold.`);
  return Number(minor);
}

/**
 * An amount taken so many times, in minor units.
 * @throws {ProtocolError} VALIDATION_ERROR when the product is more than the node can hold
 */
export function timesMinor(minor: number, quantity: number, pointer: string): number {
  const product = BigInt(minor) * BigInt(quantity);
  if (product > BigInt(LARGEST_MINOR)) throw invalid(pointer, "That is more than this node can hold.");
  return Number(product);
}

/** Minor units as a bare amount in major units; the JSON number that stands nearest reads back to the same integer. */
export function fromMinorUnits(minor: number, currency: string): number {
  return minor / 10 ** minorDigits(currency);
}

/** Minor units as they go over the wire. */
export function toMoney(minor: number, currency: string): Money {
  return { value: fromMinorUnits(minor, currency), currency };
}

/**
 * Reads an amount that may stand bare, in the agreed currency, or as Money (E-05), in minor units.
 * @param pointer JSON Pointer of the attribute
 * @throws {ProtocolError} CURRENCY_MISMATCH for another currency, VALIDATION_ERROR as `toMinorUnits`
 */
export function readAmount(given: number | Money, agreed: string, pointer: string): number {
  if (typeof given === "number") return toMinorUnits(given, agreed, pointer);
  requireCurrency(given.currency, agreed, `${pointer}/currency`);
  return toMinorUnits(given.value, agreed, `${pointer}/value`);
}

/** @throws {ProtocolError} CURRENCY_MISMATCH when a sale, payment or order names another currency than agreed */
export function requireCurrency(given: string, agreed: string, pointer = "/currency"): void {
  if (given === agreed) return;
  throw new ProtocolError("CURRENCY_MISMATCH", { pointer, detail: `Agreed is ${agreed}, given is ${given}.` });
}

/**
 * `percent` of an amount in minor units, rounded half up to the minor unit, in integers only (lifecycle 8). The percent
 * may have decimals.
 */
export function percentOf(minor: number, percent: number): number {
  const { numerator, decimals } = exactDecimal(percent);
  return roundHalfUp(BigInt(minor) * numerator, 100n * 10n ** BigInt(decimals));
}

/** The share `part ÷ whole` of an amount in minor units, rounded half up. All three are integers, `whole` above 0. */
export function shareOf(minor: number, part: number, whole: number): number {
  return roundHalfUp(BigInt(minor) * BigInt(part), BigInt(whole));
}

function roundHalfUp(numerator: bigint, denominator: bigint): number {
  return Number((2n * numerator + denominator) / (2n * denominator));
}

/** A non-negative number as the decimal that its JSON text shows, without the binary fraction behind it. */
function exactDecimal(value: number): { numerator: bigint; decimals: number } {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const shift = fraction.length - Number(exponent);
  const numerator = BigInt(whole + fraction);
  return shift >= 0 ? { numerator, decimals: shift } : { numerator: numerator * 10n ** BigInt(-shift), decimals: 0 };
}

import { Fault, invalid } from "./fault.ts";

/** An amount in the minor unit of its currency, as it is stored. */
export interface Amount {
  readonly minor: number;
  readonly currency: string;
}

/** Digits after the point, 0 to 4. */
function decimalsOf(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** As it goes over the wire: no binary residue, since it is read from its decimal digits. */
export function toMoney({ minor, currency }: Amount): { value: number; currency: string } {
  const decimals = decimalsOf(currency);
  const digits = String(minor).padStart(decimals + 1, "0");
  const split = digits.length - decimals;
  return { value: Number(decimals === 0 ? digits : `${digits.slice(0, split)}.${digits.slice(split)}`), currency };
}

/**
 * A number, or money, of a request in the currency that was agreed.
 * @throws {Fault} `VALIDATION_ERROR` for what is no such amount; `CURRENCY_MISMATCH` for another currency
 */
export function readAmount(value: unknown, currency: string, pointer: string): Amount {
  if (typeof value === "object" && value !== null && "value" in value) {
    const { value: number, currency: given } = value as { value: unknown; currency?: unknown };
    if (typeof given !== "string" || !/^[A-Z]{3}$/.test(given)) throw invalid(`${pointer}/currency`, "Three letters.");
    const amount = readNumber(number, currency, `${pointer}/value`);
    if (given !== currency) throw new Fault("CURRENCY_MISMATCH", { pointer, detail: `Agreed is ${currency}.` });
    return { minor: amount, currency };
  }
  return { minor: readNumber(value, currency, pointer), currency };
}

function readNumber(value: unknown, currency: string, pointer: string): number {
  if (typeof value !== "number" || !Number.isFinite(value) || value < 0) throw invalid(pointer, "A number from 0 on.");
  const [whole = "0", fraction = ""] = plainDigits(value).split(".");
  const decimals = decimalsOf(currency);
  if (fraction.length > decimals) throw invalid(pointer, `${currency} has ${decimals} decimals.`);
  const minor = Number(`${whole}${fraction.padEnd(decimals, "0")}`);
  if (!Number.isSafeInteger(minor)) throw invalid(pointer, "Too large.");
  return minor;
}

/** The decimal digits of a number, without an exponent. */
function plainDigits(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : text;
}

/** `amount × share ÷ whole`, halves upwards. All integers. */
export function proportion(amount: number, share: number, whole: number): number {
  return Number((2n * BigInt(amount) * BigInt(share) + BigInt(whole)) / (2n * BigInt(whole)));
}

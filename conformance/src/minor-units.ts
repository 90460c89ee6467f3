/** Decimals of a currency, as ISO 4217 has them. */
export function decimalsOf(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount moved by some of its currency's smallest units, free of binary crumbs. */
export function movedByUnits(value: number, units: number, currency: string): number {
  const scale = 10 ** decimalsOf(currency);
  return (Math.round(value * scale) + units) / scale;
}

/** A currency that is another one. */
export function otherCurrency(currency: string): string {
  return currency === "USD" ? "EUR" : "USD";
}

import { shareOf } from "../money.ts";

/**
 * What a partial delivery costs: the price in proportion to the minutes delivered, rounded half up to the minor unit,
 * never above the price (lifecycle 6.6, SVC-EXC-021). An agreed amount takes precedence over this.
 */
export function partialAmount(delivery: {
  readonly priceMinor: number;
  /** Whole minutes, 0 or more. */
  readonly deliveredMinutes: number;
  /** Whole minutes agreed, above 0. */
  readonly durationMinutes: number;
}): number {
  const { priceMinor, deliveredMinutes, durationMinutes } = delivery;
  return shareOf(priceMinor, Math.min(deliveredMinutes, durationMinutes), durationMinutes);
}

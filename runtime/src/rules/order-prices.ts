import { shareOf } from "../money.ts";

/** What an order costs and how far it reaches; amounts in minor units of its currency (objects 13). */
export interface OrderPrices {
  readonly model: "fixed" | "t&m" | "rate_card" | "mixed";
  readonly fixedMinor: number | null;
  /** Prices of an hour, by level. */
  readonly rates: readonly { readonly level: string; readonly rateMinor: number }[];
  /** Most sessions; null is unlimited. */
  readonly quantityLimit: number | null;
  /** Most minutes; null is unlimited. */
  readonly minutesLimit: number | null;
}

/** A session of an order, as far as its price goes. Minutes are whole. */
export interface OrderSession {
  readonly plannedMinutes: number;
  /** Known once it was delivered. */
  readonly actualMinutes: number | null;
  /** What the offer costs outside the order. */
  readonly catalogueMinor: number;
  /** Price of an hour of it; null when the order has no rates. */
  readonly rateMinor: number | null;
  /** What it was to cost under the order, and what it costs since; they differ after a partial delivery. */
  readonly priceMinor: number;
  readonly amountMinor: number;
}

/**
 * What sessions take from an order, in the order given, each at the order's prices (lifecycle 11, rule 4).
 *
 * A fixed amount with a limit of n sessions is n equal shares, the last with the rounding rest; with a limit of hours
 * it is shared by the minute; with neither, each session takes its catalogue price until the amount is used up. Rates
 * count by the minute. Of a mixed price both parts count; its fixed part is taken whole by the first session when no
 * limit shares it out. A partial delivery takes its share of the session.
 */
export function consumption(prices: OrderPrices, sessions: readonly OrderSession[]): number[] {
  let fixedLeft = prices.fixedMinor ?? 0;
  return sessions.map((session, index) => {
    const wanted = isPartial(session)
      ? shareOf(fixedShare(prices, session, index, session.plannedMinutes), session.amountMinor, session.priceMinor)
      : fixedShare(prices, session, index, minutesOf(session));
    const fixed = countsFixed(prices) ? Math.min(wanted, fixedLeft) : 0;
    fixedLeft -= fixed;
    return fixed + ratedShare(session);
  });
}

/** Minutes that a session takes from the order: those delivered, else those planned. */
export function minutesOf(session: OrderSession): number {
  return session.actualMinutes ?? session.plannedMinutes;
}

/** What the whole order is worth; null when nothing limits it. A fixed amount beside rates is their ceiling. */
export function authorizedMinor(prices: OrderPrices): number | null {
  const { model, fixedMinor, rates, minutesLimit } = prices;
  const dearest = Math.max(0, ...rates.map(({ rateMinor }) => rateMinor));
  const byHours = minutesLimit === null ? null : shareOf(dearest, minutesLimit, 60);
  if (model === "fixed") return fixedMinor;
  if (model === "mixed") return rates.length === 0 ? fixedMinor : byHours === null ? null : (fixedMinor ?? 0) + byHours;
  return fixedMinor ?? byHours;
}

export type OrderLimit = "quantity_limit" | "hours_limit" | "value";

/**
 * The limit that one more session would break, or null (lifecycle 11, rule 3).
 * @param taken every session of the order that is not cancelled
 */
export function exceededLimit(
  prices: OrderPrices,
  taken: readonly OrderSession[],
  wanted: OrderSession,
): OrderLimit | null {
  const all = [...taken, wanted];
  if (prices.quantityLimit !== null && all.length > prices.quantityLimit) return "quantity_limit";
  if (prices.minutesLimit !== null && sum(all.map(minutesOf)) > prices.minutesLimit) return "hours_limit";
  const ceiling = authorizedMinor(prices);
  // A fixed amount is the price of whatever the scope allows, so it refuses nothing itself.
  if (prices.model === "fixed" || ceiling === null) return null;
  return sum(consumption(prices, all)) > ceiling ? "value" : null;
}

/** Whether the sessions delivered so far have used up a limit of the scope. */
export function isUsedUp(prices: OrderPrices, delivered: readonly OrderSession[]): boolean {
  const { quantityLimit, minutesLimit } = prices;
  if (quantityLimit !== null && delivered.length >= quantityLimit) return true;
  return minutesLimit !== null && delivered.length > 0 && sum(delivered.map(minutesOf)) >= minutesLimit;
}

export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function countsFixed({ model }: OrderPrices): boolean {
  return model === "fixed" || model === "mixed";
}

function fixedShare(prices: OrderPrices, session: OrderSession, index: number, minutes: number): number {
  const { fixedMinor, quantityLimit, minutesLimit, model } = prices;
  if (fixedMinor === null || fixedMinor === 0) return 0;
  if (quantityLimit !== null) {
    const share = Math.floor(fixedMinor / quantityLimit);
    return index === quantityLimit - 1 ? fixedMinor - share * (quantityLimit - 1) : share;
  }
  if (minutesLimit !== null && minutesLimit > 0) return shareOf(fixedMinor, minutes, minutesLimit);
  if (model === "mixed") return index === 0 ? fixedMinor : 0;
  return session.catalogueMinor;
}

function ratedShare(session: OrderSession): number {
  if (session.rateMinor === null) return 0;
  if (!isPartial(session)) return shareOf(session.rateMinor, minutesOf(session), 60);
  return shareOf(shareOf(session.rateMinor, session.plannedMinutes, 60), session.amountMinor, session.priceMinor);
}

function isPartial({ priceMinor, amountMinor }: OrderSession): boolean {
  return priceMinor > 0 && amountMinor !== priceMinor;
}

import type { LedgerView } from "./order-steps.ts";

/** What an order with a fixed price for a fixed number of sessions has seen so far; amounts in smallest units. */
export interface OrderEvents {
  /** Price of the whole, for so many sessions. */
  readonly total: number;
  readonly sessions: number;
  readonly accepted: boolean;
  /** Minutes of each verified session, in the order of their verification. */
  readonly verifiedMinutes: readonly number[];
  readonly payments: readonly number[];
}

/**
 * The ledger of such an order, paid upfront, by the arithmetic of the page and nothing else (lifecycle 11, rule 4): each
 * session is an equal share, the last takes the rounding rest.
 */
export function ledgerOf({ total, sessions, accepted, verifiedMinutes, payments }: OrderEvents): LedgerView {
  const share = Math.floor(total / sessions);
  const verified = verifiedMinutes.length;
  const consumed = verified >= sessions ? total : share * verified;
  return {
    verified,
    hours: sum(verifiedMinutes) / 60,
    consumed,
    billed: accepted ? total : 0,
    collected: sum(payments),
    remaining: Math.max(0, total - consumed),
  };
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

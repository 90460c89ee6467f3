import { authorizedMinor, consumption, minutesOf, type OrderPrices, type OrderSession, sum } from "./order-prices.ts";

/** A sale that the payment schedule issued, in minor units. */
export interface OrderSale {
  readonly totalMinor: number;
  /** Payments less refunds and chargebacks. */
  readonly paidMinor: number;
  readonly voided: boolean;
}

/** The recorded events that a ledger is computed from; its three sources move on their own. */
export interface LedgerFacts {
  readonly prices: OrderPrices;
  /** Sessions of the order that are verified, in the order of their verification. */
  readonly verified: readonly OrderSession[];
  readonly sales: readonly OrderSale[];
}

/** What an order has come to; amounts in minor units. */
export interface OrderLedger {
  readonly servicesVerified: number;
  readonly minutesConsumed: number;
  readonly amountConsumedMinor: number;
  readonly amountBilledMinor: number;
  readonly amountCollectedMinor: number;
  /** Authorized value not yet consumed, never below 0; null when the order is unlimited. */
  readonly amountRemainingMinor: number | null;
}

/**
 * The ledger of an order from recorded events only: deliveries give what is consumed, the payment schedule what is
 * billed, settlement what is collected (lifecycle 11, rules 4 and 5, SVC-LEDG-001).
 */
export function orderLedger({ prices, verified, sales }: LedgerFacts): OrderLedger {
  const amountConsumedMinor = sum(consumption(prices, verified));
  const authorized = authorizedMinor(prices);
  return {
    servicesVerified: verified.length,
    minutesConsumed: sum(verified.map(minutesOf)),
    amountConsumedMinor,
    amountBilledMinor: sum(sales.filter((sale) => !sale.voided).map((sale) => sale.totalMinor)),
    amountCollectedMinor: sum(sales.map((sale) => sale.paidMinor)),
    amountRemainingMinor: authorized === null ? null : Math.max(0, authorized - amountConsumedMinor),
  };
}

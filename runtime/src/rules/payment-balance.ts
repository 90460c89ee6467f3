/** What a sale asks for and what was recorded for it, in minor units. */
export interface SaleFacts {
  readonly totalMinor: number;
  readonly voided: boolean;
  /** False for the informative charge of a session inside an order, on which nothing is owed (P-17). */
  readonly transactional: boolean;
  readonly paymentsMinor: number;
  readonly refundsMinor: number;
  /** The part of the refunds by which less is asked for since. */
  readonly refundsForgivenMinor: number;
  readonly chargebacksMinor: number;
  /** Write-offs and credits: asked for once, and no longer. */
  readonly writtenOffMinor: number;
}

export interface SaleBalance {
  /** Received and still held: payments less refunds and chargebacks. */
  readonly paidMinor: number;
  /** No longer asked for: what was refunded of the charge itself, written off or credited. */
  readonly forgivenMinor: number;
  /** Still owed, never below 0; nothing on a voided or informative sale. */
  readonly dueMinor: number;
  readonly status: "open" | "partially_paid" | "paid" | "voided";
}

/**
 * Balance and status of a sale from its recorded events: paid exactly when payments reach its total (objects 14,
 * SVC-PAY-006). A refund lowers what was received and what is owed alike, so it leaves no debt and the sale paid; a
 * chargeback lowers only what was received, so the debt is back.
 */
export function saleBalance(facts: SaleFacts): SaleBalance {
  const paidMinor = facts.paymentsMinor - facts.refundsMinor - facts.chargebacksMinor;
  const forgivenMinor = facts.refundsForgivenMinor + facts.writtenOffMinor;
  if (facts.voided) return { paidMinor, forgivenMinor, dueMinor: 0, status: "voided" };
  const settledMinor = paidMinor + facts.refundsForgivenMinor;
  const status = settledMinor >= facts.totalMinor ? "paid" : settledMinor > 0 ? "partially_paid" : "open";
  const dueMinor = facts.transactional ? Math.max(0, facts.totalMinor - forgivenMinor - paidMinor) : 0;
  return { paidMinor, forgivenMinor, dueMinor, status };
}

/**
 * The part of a refund by which less is asked for since: money above what is asked for goes back without touching the
 * charge, the rest takes the charge back with it.
 */
export function forgivenByRefund(sale: {
  readonly totalMinor: number;
  readonly forgivenMinor: number;
  readonly paidMinor: number;
  readonly voided: boolean;
  readonly amountMinor: number;
}): number {
  const claimMinor = sale.voided ? 0 : sale.totalMinor - sale.forgivenMinor;
  const excessMinor = Math.max(0, sale.paidMinor - claimMinor);
  return Math.max(0, sale.amountMinor - excessMinor);
}

/** How a client stands with an organization in one currency (objects 16). */
export function accountStatus(totalMinor: number, paidMinor: number): "settled" | "owing" | "in_credit" {
  if (paidMinor === totalMinor) return "settled";
  return paidMinor < totalMinor ? "owing" : "in_credit";
}

/** What a sale asks for and has received, in minor units. */
export interface SaleAmounts {
  readonly totalMinor: number;
  readonly paidMinor: number;
  readonly voided: boolean;
}

export interface SaleBalance {
  /** Still owed, never below 0; nothing on a voided sale. */
  readonly dueMinor: number;
  readonly status: "open" | "partially_paid" | "paid" | "voided";
}

/** Balance and status of a sale: paid exactly when its payments reach its total (objects 14, SVC-PAY-006). */
export function saleBalance({ totalMinor, paidMinor, voided }: SaleAmounts): SaleBalance {
  if (voided) return { dueMinor: 0, status: "voided" };
  if (paidMinor >= totalMinor) return { dueMinor: 0, status: "paid" };
  return { dueMinor: totalMinor - paidMinor, status: paidMinor > 0 ? "partially_paid" : "open" };
}

/** How a client stands with an organization in one currency (objects 16). */
export function accountStatus(totalMinor: number, paidMinor: number): "settled" | "owing" | "in_credit" {
  if (paidMinor === totalMinor) return "settled";
  return paidMinor < totalMinor ? "owing" : "in_credit";
}

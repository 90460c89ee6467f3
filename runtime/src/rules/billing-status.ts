import type { BillingStatus, ServiceState } from "../lifecycle/states.ts";

/** What happens to the billing of a session (lifecycle 7). */
export type BillingEvent =
  /** A sale was made for the delivery. */
  | { readonly type: "charged" }
  | { readonly type: "tax_document_issued" }
  /** Payments have reached the total of the sale. */
  | { readonly type: "settled" }
  | { readonly type: "dispute_opened" }
  | { readonly type: "provider_prevailed"; readonly before: BillingStatus }
  | { readonly type: "client_prevailed" }
  /** Cancelled or no-show; amounts in minor units. */
  | { readonly type: "cancelled"; readonly penaltyMinor: number; readonly paidMinor: number };

/**
 * The billing status after an event (lifecycle 7, 6.3, 6.4). It moves on its own: no event here moves the lifecycle, and
 * what is paid stays paid when it is charged (D-10, SVC-BILL-003).
 */
export function billingStatusAfter(status: BillingStatus, event: BillingEvent): BillingStatus {
  switch (event.type) {
    case "charged":
      return status === "pending" ? "charged" : status;
    case "tax_document_issued":
      return status === "paid" ? "paid" : "invoiced";
    case "settled":
      return "paid";
    case "dispute_opened":
      return "disputed";
    case "provider_prevailed":
      return event.before === "pending" ? "charged" : event.before;
    case "client_prevailed":
      return "pending";
    case "cancelled":
      if (event.penaltyMinor === 0) return "pending";
      return event.paidMinor >= event.penaltyMinor ? "paid" : "charged";
  }
}

/** A sale that charges a session, and what payments it had. */
export interface ChargeFacts {
  readonly purpose: "delivery" | "penalty" | "order";
  readonly transactional: boolean;
  readonly voided: boolean;
  /** Whether its payments have ever reached its total; money that went back later does not undo that. */
  readonly everPaid: boolean;
}

/** What the billing status of a session follows from. */
export interface BillingFacts {
  readonly state: ServiceState;
  readonly charges: readonly ChargeFacts[];
  /** Whether a prepayment is held for it that no sale has taken up. */
  readonly prepaid: boolean;
  readonly taxDocument: boolean;
}

/**
 * The billing status that a session must have, from the records alone (lifecycle 7). A cancelled session is charged by
 * a penalty only, every other one by its delivery.
 */
export function billingStatusFrom({ state, charges, prepaid, taxDocument }: BillingFacts): BillingStatus {
  if (state === "disputed") return "disputed";
  const standing = charges.filter(
    ({ voided, purpose }) => !voided && (purpose === "penalty") === (state === "cancelled"),
  );
  if (standing.length === 0) return prepaid ? "paid" : "pending";
  if (standing.some((charge) => charge.transactional && charge.everPaid)) return "paid";
  return taxDocument ? "invoiced" : "charged";
}

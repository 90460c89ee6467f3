import type { BillingStatus } from "../lifecycle/states.ts";

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

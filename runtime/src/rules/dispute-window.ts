import type { ContractTerms } from "../storage/json-shapes.ts";

/**
 * The last moment at which the client may dispute, epoch milliseconds: counted from the entry into `delivered` or
 * `partial`. Verification ends it early, by its state (D-09, P-05).
 */
export function disputeWindowEnd(deliveredAt: number, terms: Pick<ContractTerms, "dispute_window_hours">): number {
  return deliveredAt + terms.dispute_window_hours * 3_600_000;
}

/** Hours that people have to decide a dispute, where the contract says nothing. */
const DEFAULT_RESOLUTION_HOURS = 24;

/**
 * From when on the system decides an open dispute whose evidence accredits the delivery, epoch milliseconds: after the
 * contract's `arbitration_policy.resolution_hours`, 24 where it names none, so that both parties can answer and the organization
 * can decide before (lifecycle 6.4).
 */
export function ruleDecidesAt(openedAt: number, terms: Pick<ContractTerms, "arbitration_policy">): number {
  const hours = terms.arbitration_policy?.["resolution_hours"];
  return openedAt + (typeof hours === "number" ? hours : DEFAULT_RESOLUTION_HOURS) * 3_600_000;
}

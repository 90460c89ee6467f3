import type { ContractTerms } from "../storage/json-shapes.ts";

/**
 * The last moment at which the client may dispute, epoch milliseconds: counted from the entry into `delivered` or
 * `partial`. Verification ends it early, by its state (D-09, P-05).
 */
export function disputeWindowEnd(deliveredAt: number, terms: Pick<ContractTerms, "dispute_window_hours">): number {
  return deliveredAt + terms.dispute_window_hours * 3_600_000;
}

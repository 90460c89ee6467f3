import { percentOf } from "../money.ts";
import type { ContractTerms } from "../storage/json-shapes.ts";

type NoShowTerms = Pick<ContractTerms, "no_show_policy">;

/** The moment from which an absence counts as a no-show: start plus the contract's grace, epoch milliseconds (lifecycle 6.1). */
export function graceEndsAt(startsAt: number, terms: NoShowTerms): number {
  return startsAt + terms.no_show_policy.grace_minutes * 60_000;
}

export interface NoShowOutcome {
  readonly penaltyMinor: number;
  readonly refundMinor: number;
  readonly resolution: "client_penalized" | "free";
}

/** What the absence of a client costs, and what of a prepayment goes back; amounts in minor units (lifecycle 6.1). */
export function clientNoShowOutcome(
  terms: NoShowTerms,
  money: { amountMinor: number; paidMinor: number },
): NoShowOutcome {
  const penaltyMinor = percentOf(money.amountMinor, terms.no_show_policy.client.penalty_percent);
  return {
    penaltyMinor,
    refundMinor: Math.max(0, money.paidMinor - penaltyMinor),
    resolution: penaltyMinor > 0 ? "client_penalized" : "free",
  };
}

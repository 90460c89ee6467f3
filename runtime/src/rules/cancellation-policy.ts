import { ProtocolError } from "../errors.ts";
import type { ServiceState } from "../lifecycle/states.ts";
import { percentOf } from "../money.ts";
import type { ContractTerms, PolicyTier } from "../storage/json-shapes.ts";

export interface CancellationQuestion {
  readonly policy: ContractTerms["cancellation_policy"];
  /** State before the cancellation. */
  readonly state: ServiceState;
  /** Who cancels; the holder of a booking token counts as the client. */
  readonly by: "client" | "provider" | "organization" | "system";
  /** Start of the session, epoch milliseconds. */
  readonly startsAt: number;
  /** Server time of the command, epoch milliseconds. */
  readonly now: number;
  /** Price of the session, in minor units. */
  readonly amountMinor: number;
  /** What was paid for it before, in minor units. */
  readonly paidMinor: number;
}

/** What a cancellation costs and gives back; amounts in minor units. */
export interface CancellationOutcome {
  /** Elapsed hours left until the start, negative when it has passed; to four decimals, for people. */
  readonly hoursBefore: number;
  readonly penaltyPercent: number;
  readonly penaltyMinor: number;
  readonly refundMinor: number;
}

const HOUR = 3_600_000;

/** States in which nothing was committed yet, or the provider has failed: cancelling is free (P-08). */
const FREE_STATES: ReadonlySet<ServiceState> = new Set(["requested", "pending_confirmation", "reassigning"]);

/**
 * The arithmetic of a cancellation (lifecycle 8). Time is elapsed time between instants: no zone, no DST.
 * @throws {ProtocolError} CANCELLATION_OUTSIDE_POLICY when a client comes later than `latest_hours_before` (P-09)
 */
export function cancellationOutcome(question: CancellationQuestion): CancellationOutcome {
  const { policy, by, startsAt, now, amountMinor, paidMinor } = question;
  const remaining = startsAt - now;
  const latest = policy.latest_hours_before;
  if (by === "client" && latest !== undefined && remaining < Math.round(latest * HOUR)) {
    throw new ProtocolError("CANCELLATION_OUTSIDE_POLICY", {
      detail: `A client may cancel up to ${latest} h before the start; ${hoursOf(remaining)} h remain.`,
      meta: { latest_hours_before: latest, hours_before: hoursOf(remaining) },
    });
  }
  const free = by !== "client" || FREE_STATES.has(question.state);
  const penaltyPercent = free ? 0 : percentAt(policy.tiers, remaining);
  const penaltyMinor = percentOf(amountMinor, penaltyPercent);
  return {
    hoursBefore: hoursOf(remaining),
    penaltyPercent,
    penaltyMinor,
    refundMinor: Math.max(0, paidMinor - penaltyMinor),
  };
}

/**
 * The fee of a rescheduling, in minor units: recorded, never a reason to refuse (lifecycle 6.5). Free without a policy,
 * and for anyone but the client.
 */
export function reschedulingFee(
  policy: ContractTerms["rescheduling_policy"],
  { by, startsAt, now, amountMinor }: Pick<CancellationQuestion, "by" | "startsAt" | "now" | "amountMinor">,
): number {
  return policy && by === "client" ? percentOf(amountMinor, percentAt(policy.tiers, startsAt - now)) : 0;
}

/**
 * The percentage of the first tier that applies with so many milliseconds left; none: the last tier's (lifecycle 8).
 * @param tiers ordered by falling `hours_before`
 */
export function percentAt(tiers: readonly PolicyTier[], remaining: number): number {
  const tier = tiers.find(({ hours_before, inclusive }) => {
    const limit = Math.round(hours_before * HOUR);
    return inclusive ? remaining >= limit : remaining > limit;
  });
  return (tier ?? tiers.at(-1))?.penalty_percent ?? 0;
}

function hoursOf(milliseconds: number): number {
  return Number((milliseconds / HOUR).toFixed(4));
}

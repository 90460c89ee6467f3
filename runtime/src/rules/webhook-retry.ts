import type { WebhookDeliveryStatus } from "@servicialo/schema/0.8/types";

/** Waits before the second, third and fourth attempt: 1, 5 and 30 minutes (channels 5, SVC-HOOK-003). */
const WAITS_MS: readonly number[] = [60_000, 300_000, 1_800_000];

/** After so many abandoned deliveries in a row a subscription is turned off. */
const MOST_ABANDONED = 3;

export interface JudgedAttempt {
  readonly status: WebhookDeliveryStatus;
  /** Milliseconds until the next attempt; null: there is none. */
  readonly retryIn: number | null;
  /** Why the subscription is turned off with it. */
  readonly turnsOff: "subscriber_gone_410" | null;
}

/**
 * What an attempt means for its delivery.
 * @param attempts how many there were, this one included
 * @param answer HTTP status of the answer; null: there was none in time
 */
export function judgeAttempt(attempts: number, answer: number | null): JudgedAttempt {
  if (answer !== null && answer >= 200 && answer < 300) return { status: "delivered", retryIn: null, turnsOff: null };
  if (answer === 410) return { status: "abandoned", retryIn: null, turnsOff: "subscriber_gone_410" };
  if (answer !== null && answer < 500) return { status: "failed", retryIn: null, turnsOff: null };
  const retryIn = WAITS_MS[attempts - 1] ?? null;
  return { status: retryIn === null ? "abandoned" : "pending", retryIn, turnsOff: null };
}

/** Whether so many abandoned deliveries since the last one that arrived turn a subscription off. */
export function turnsOffAfter(consecutiveFailures: number): boolean {
  return consecutiveFailures >= MOST_ABANDONED;
}

import type { ResolutionStatus, TrustLevel } from "@servicialo/schema/0.8/types";

/** What a registration begins with, and keeps until there is a formula (operations 4.10, erratum R-01). */
export const FIRST_SCORE = 10;

/** Silent for longer than this, an organization counts as inactive: 7 days in milliseconds (SVC-RSLV-005). */
const SILENCE_MS = 7 * 24 * 3_600_000;

/** Highest score of each level, lowest level first (objects page 21). */
const LEVELS: readonly (readonly [number, TrustLevel])[] = [
  [10, "unverified"],
  [40, "declared"],
  [80, "vouched"],
  [100, "verified"],
];

/** Level that a score from 0 to 100 falls into (SVC-TRUST-001). */
export function trustLevel(score: number): TrustLevel {
  return LEVELS.find(([most]) => score <= most)?.[1] ?? "verified";
}

/** Whether an organization was heard of lately: registered, or seen since (erratum R-06). Epoch milliseconds. */
export function resolutionStatus(
  { registeredAt, lastSeenAt }: { readonly registeredAt: number; readonly lastSeenAt: number | null },
  now: number,
): ResolutionStatus {
  return now - Math.max(registeredAt, lastSeenAt ?? registeredAt) <= SILENCE_MS ? "active" : "inactive";
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How old an attribute may be, in milliseconds; the others never grow stale (objects page 2.2). */
const STALENESS_LIMITS: ReadonlyMap<string, number> = new Map([
  ["next_available", 5 * MINUTE],
  ["rating_avg", HOUR],
  ["avg_wait_days", 24 * HOUR],
  ["cancellation_rate", 24 * HOUR],
  ["services_completed", 24 * HOUR],
]);

/** Whether an attribute is too old to be relied on: beyond its limit, not at it. Times in epoch milliseconds. */
export function isStale(
  { key, updatedAt }: { readonly key: string; readonly updatedAt: number },
  now: number,
): boolean {
  const limit = STALENESS_LIMITS.get(key);
  return limit !== undefined && now - updatedAt > limit;
}

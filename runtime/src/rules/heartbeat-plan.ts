const HOUR_MS = 3_600_000;

/** A sign of life each day: seven may get lost before an organization counts as inactive. */
const BEAT_MS = 24 * HOUR_MS;

/** When the next sign of life is sent, in milliseconds from now: in a day, sooner while they do not arrive. */
export function nextBeatIn(failuresInARow: number): number {
  return failuresInARow === 0 ? BEAT_MS : Math.min(HOUR_MS * 2 ** (failuresInARow - 1), BEAT_MS);
}

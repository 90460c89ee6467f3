/** How far ahead an organization takes bookings (objects page 1). */
export interface BookingWindow {
  readonly min_advance_minutes?: number;
  readonly max_advance_days?: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * Why a start cannot be booked now; null: it can.
 * @param startsAt epoch milliseconds, like `now`
 */
export function outsideBookingWindow(startsAt: number, now: number, window: BookingWindow): string | null {
  if (startsAt <= now) return "The start must lie in the future.";
  const { min_advance_minutes: least = 0, max_advance_days: most } = window;
  if (startsAt < now + least * MINUTE) return `Book at least ${least} minutes ahead.`;
  if (most !== undefined && startsAt > now + most * DAY) return `Book at most ${most} days ahead.`;
  return null;
}

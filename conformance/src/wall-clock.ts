const MINUTES_OF_DAY = 1_440;

/** Zones whose hours, and quarters of an hour, lie around the globe. */
export const ZONES: readonly string[] = [
  "UTC",
  "America/Santiago",
  "America/Los_Angeles",
  "Pacific/Honolulu",
  "Europe/Madrid",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Tokyo",
  "Australia/Adelaide",
  "Pacific/Kiritimati",
];

/** Minutes since midnight that the clock on the wall of a zone shows at a moment. */
export function minutesInZone(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(at));
  const shown = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return shown("hour") * 60 + shown("minute");
}

/** Day on the calendar of a zone at a moment, `YYYY-MM-DD`. */
export function dayInZone(at: number, zone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(new Date(at));
}

/** The first moment of the next day on the calendar of a zone, whatever its clocks do in between. */
export function endOfDay(at: number, zone: string): number {
  const today = dayInZone(at, zone);
  // No day is longer than 25 hours.
  let [within, beyond] = [at, at + 26 * 3_600_000];
  while (beyond - within > 1) {
    const between = Math.floor((within + beyond) / 2);
    if (dayInZone(between, zone) === today) within = between;
    else beyond = between;
  }
  return beyond;
}

/** A zone where it is now between two moments of the day, in minutes since midnight. */
export function zoneWhereItIs(at: number, from: number, to: number): string | undefined {
  return zonesWhereItIs(at, from, to)[0];
}

/** Every zone where it is now between two moments of the day, in minutes since midnight. */
export function zonesWhereItIs(at: number, from: number, to: number): readonly string[] {
  return ZONES.filter((zone) => {
    const minutes = minutesInZone(at, zone);
    return minutes >= from && minutes < to;
  });
}

/** `HH:MM` of a number of minutes, before or after midnight as well. */
export function timeOfDay(minutes: number): string {
  const within = ((minutes % MINUTES_OF_DAY) + MINUTES_OF_DAY) % MINUTES_OF_DAY;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
}

/** Allowed hours in a zone, given in minutes from now: `around(at, zone, -60, 60)` is the hour before and after. */
export function hoursFromNow(
  at: number,
  zone: string,
  ...[start, end]: readonly [number, number]
): { start: string; end: string; timezone: string } {
  const now = minutesInZone(at, zone);
  return { start: timeOfDay(now + start), end: timeOfDay(now + end), timezone: zone };
}

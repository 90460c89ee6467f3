import { Temporal } from "@js-temporal/polyfill";
import type { AllowedHours } from "@servicialo/schema/0.8/types";
import { instantOf, localDate } from "../../scheduling/local-time.ts";

/** Whether the wall clock of the window's zone stands within it, to the minute; its end is outside (SVC-MAND-010, M-11). */
export function isWithinHours(now: number, { start, end, timezone }: AllowedHours): boolean {
  if (start === end) return true;
  const time = wallClock(now, timezone);
  return start < end ? time >= start && time < end : time >= start || time < end;
}

/** When the window opens next, epoch milliseconds. */
export function opensAt(now: number, { start, timezone }: AllowedHours): number {
  const today = localDate(now, timezone);
  const opening = (date: string) => instantOf({ date, time: start, zone: timezone }, "start");
  const next = opening(today);
  return next > now ? next : opening(Temporal.PlainDate.from(today).add({ days: 1 }).toString());
}

/** `HH:mm` as a clock on the wall shows it. */
function wallClock(now: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: "minute" });
}

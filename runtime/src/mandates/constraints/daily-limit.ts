import { Temporal } from "@js-temporal/polyfill";
import { localDate } from "../../scheduling/local-time.ts";

/** A calendar day of a zone, and when it is over. */
export interface LocalDay {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** The next midnight, epoch milliseconds. */
  readonly endsAt: number;
}

/** The calendar day that actions are counted on (M-09). */
export function dayOf(now: number, zone: string): LocalDay {
  const date = localDate(now, zone);
  return { date, endsAt: Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds };
}

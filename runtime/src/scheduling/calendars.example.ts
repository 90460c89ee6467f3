import { parseInstant } from "../clock.ts";
import type { ClientCalendar, ProviderCalendar, ResourceCalendar } from "./calendars.ts";
import type { Interval } from "./intervals.ts";
import type { Occupation } from "./occupation.ts";

/** Calendars for tests, on Monday 2026-03-16 in UTC. */
export const at = (time: string): number => parseInstant(`2026-03-16T${time}:00Z`);
export const from = (start: string, end: string): Interval => ({ start: at(start), end: at(end) });

export const taken = (start: string, end: string, rest: Partial<Occupation> = {}): Occupation => ({
  ...from(start, end),
  sessionId: `ses_${start}`,
  offerId: "svc_1",
  resourceId: null,
  ...rest,
});

export const provider = (...occupations: Occupation[]): ProviderCalendar => ({
  id: "prv_1",
  open: [from("09:00", "12:00"), from("13:00", "17:00")],
  occupations,
});

export const client = (...occupations: Occupation[]): ClientCalendar => ({ id: "cli_1", occupations });

export const resource = (rest: Partial<ResourceCalendar> = {}): ResourceCalendar => ({
  id: "res_1",
  isActive: true,
  capacity: 1,
  buffer: 0,
  open: [from("09:00", "17:00")],
  occupations: [],
  ...rest,
});

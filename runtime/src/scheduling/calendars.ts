import type { Interval } from "./intervals.ts";
import type { Occupation } from "./occupation.ts";

/** A provider's time: open by its blocks, taken by its sessions. An inactive provider is never open. */
export interface ProviderCalendar {
  readonly id: string;
  readonly open: readonly Interval[];
  readonly occupations: readonly Occupation[];
}

/** A resource's time. Occupations end with their session; the buffer comes on top. */
export interface ResourceCalendar {
  readonly id: string;
  readonly isActive: boolean;
  /** Clients that fit at once. */
  readonly capacity: number;
  /** Milliseconds that the resource stays taken after each session. */
  readonly buffer: number;
  readonly open: readonly Interval[];
  readonly occupations: readonly Occupation[];
}

/** A client's time: only what its sessions take. */
export interface ClientCalendar {
  readonly id: string;
  readonly occupations: readonly Occupation[];
}

/** The calendars that one question about time is about. */
export interface Calendars {
  readonly providers: ReadonlyMap<string, ProviderCalendar>;
  readonly resources: ReadonlyMap<string, ResourceCalendar>;
  readonly client: ClientCalendar | null;
}

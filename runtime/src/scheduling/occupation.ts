import type { ServiceState } from "../lifecycle/states.ts";
import type { SessionRow } from "../storage/rows.ts";
import type { Interval } from "./intervals.ts";

/** Columns of a session that decide which time it takes. */
export const OCCUPYING_COLUMNS = [
  "id",
  "state",
  "offerId",
  "providerId",
  "clientId",
  "resourceId",
  "startsAt",
  "occupiedUntil",
  "holdExpiresAt",
] as const;

/** What of a session decides which time it takes. */
export type OccupyingSession = Pick<SessionRow, (typeof OCCUPYING_COLUMNS)[number]>;

/** Time that a session takes in one calendar; in a resource's, its buffer is not yet added. */
export interface Occupation extends Interval {
  readonly sessionId: string;
  readonly offerId: string;
  readonly resourceId: string | null;
}

export type CalendarKind = "provider" | "client" | "resource";

/** The states that take time in no calendar at all. */
export const RELEASED_STATES: readonly ServiceState[] = ["cancelled"];

/**
 * The time that a session takes in a calendar of its provider, client or resource; null: none (P-01). Every state from
 * `requested` on takes it until `occupiedUntil`, save: `cancelled` never, `pending_confirmation` until its hold expires,
 * `reassigning` not in the provider's.
 * @param now epoch milliseconds
 */
export function occupationIn(calendar: CalendarKind, session: OccupyingSession, now: number): Occupation | null {
  const { state, startsAt, occupiedUntil, holdExpiresAt } = session;
  if (RELEASED_STATES.includes(state) || occupiedUntil <= startsAt) return null;
  if (state === "pending_confirmation" && holdExpiresAt !== null && holdExpiresAt <= now) return null;
  if (state === "reassigning" && calendar === "provider") return null;
  return {
    sessionId: session.id,
    offerId: session.offerId,
    resourceId: session.resourceId,
    start: startsAt,
    end: occupiedUntil,
  };
}

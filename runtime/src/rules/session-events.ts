import type {
  BookingData,
  ServiceVerifiedData,
  StateChangedData,
  WebhookEventName,
} from "@servicialo/schema/0.8/types";
import { isoInstant } from "../clock.ts";
import type { ServiceState } from "../lifecycle/states.ts";
import type { JsonObject } from "../storage/json-shapes.ts";
import type { SessionRow } from "../storage/rows.ts";

/** An event as it is told to subscribers: names and ids, never evidence, names of people or their words (channels 5). */
export interface SessionEvent {
  readonly name: WebhookEventName;
  readonly data: JsonObject;
}

/** What a session is known by in its events. */
type Moved = Pick<SessionRow, "id" | "organizationId" | "offerId" | "providerId" | "startsAt" | "state">;

/**
 * The events of one recorded move: always `service.state_changed` (SVC-HOOK-004), beside it the aliases that bookings
 * and verification have.
 * @param from state before; null for a session that was just opened
 * @param at moment of the record, epoch milliseconds
 */
export function eventsOfMove(from: ServiceState | null, session: Moved, at: number): SessionEvent[] {
  const changed: StateChangedData = {
    session_id: session.id,
    organization_id: session.organizationId,
    transition: { from, to: session.state, at: isoInstant(at) },
  };
  const alias = bookingEvent(from, session.state);
  const verified: ServiceVerifiedData = { session_id: session.id };
  return [
    { name: "service.state_changed", data: { ...changed } },
    ...(alias ? [{ name: alias, data: { ...bookingData(session) } }] : []),
    ...(session.state === "verified" ? [{ name: "service.verified", data: { ...verified } } as const] : []),
  ];
}

/** Used credentials confirm a public booking (L-04), acknowledgements every booking (L-05). A lost dispute cancels no booking. */
function bookingEvent(from: ServiceState | null, to: ServiceState): WebhookEventName | null {
  if (from === null) return "booking.created";
  if (to === "confirmed" || (from === "pending_confirmation" && to === "scheduled")) return "booking.confirmed";
  return to === "cancelled" && from !== "disputed" ? "booking.cancelled" : null;
}

function bookingData(session: Moved): BookingData {
  return {
    session_id: session.id,
    service_id: session.offerId,
    provider_id: session.providerId,
    starts_at: isoInstant(session.startsAt),
  };
}

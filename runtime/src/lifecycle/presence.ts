import { parseInstant } from "../clock.ts";
import { invalid } from "../errors.ts";
import type { OperationContext } from "../pipeline/context.ts";
import type { SessionRow } from "../storage/rows.ts";

/** What check-in and check-out may say. */
export interface PresenceInput {
  location?: { lat: number; lng: number };
  timestamp?: string;
}

/**
 * The moment meant: the one given, else now.
 * @throws {ProtocolError} `VALIDATION_ERROR` for one in the future
 */
export function momentOf(context: OperationContext, input: PresenceInput): number {
  const now = context.clock.now();
  if (input.timestamp === undefined) return now;
  const at = parseInstant(input.timestamp);
  if (at > now) throw invalid("/timestamp", "The moment must not lie in the future.");
  return at;
}

/**
 * The columns that the end of a delivery sets (L-07, L-08): check-out, whole minutes of presence, and the freed rest of
 * the slot.
 * @throws {ProtocolError} `VALIDATION_ERROR` for a check-out before the check-in
 */
export function endOfDelivery(session: SessionRow, checkoutAt: number) {
  const checkinAt = session.checkinAt ?? checkoutAt;
  if (checkoutAt < checkinAt) throw invalid("/timestamp", "The check-out must not lie before the check-in.");
  return {
    checkoutAt,
    durationActualMinutes: Math.floor((checkoutAt - checkinAt) / 60_000),
    occupiedUntil: Math.min(session.endsAt, Math.max(session.startsAt, checkoutAt)),
  };
}

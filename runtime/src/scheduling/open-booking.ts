import { newId } from "../ids.ts";
import { acknowledge } from "../lifecycle/acknowledgements.ts";
import { type Author, openSession, type Work } from "../lifecycle/move-session.ts";
import { currentContract } from "../operations/offers/offer-document.ts";
import type { LocationShape, SubmissionShape } from "../storage/json-shapes.ts";
import type { OfferRow, SessionRow } from "../storage/rows.ts";

/** A booking whose slot is held in this transaction. */
export interface NewBooking {
  readonly offer: OfferRow;
  readonly clientId: string;
  readonly providerId: string;
  readonly resourceId: string | null;
  /** Epoch milliseconds. */
  readonly startsAt: number;
  readonly payerId: string | null;
  readonly author: Author;
  /** Service order that it is booked under, with the price of one session there. */
  readonly order?: { readonly id: string; readonly priceMinor: number };
  /** Payment that came in before the booking. */
  readonly paymentId?: string | null;
  readonly seriesId?: string;
  readonly previousSessionId?: string;
  readonly submission?: SubmissionShape;
  /** Whether a person said to want it: counts as that author's word for the client (P-03). */
  readonly humanIntentConfirmed?: boolean;
}

/**
 * Opens the session of a booking in `requested`, with the price, the contract of this moment and what the parties have
 * said so far (L-01).
 */
export async function openBooking(work: Work, booking: NewBooking): Promise<SessionRow> {
  const { offer, clientId, providerId, resourceId, startsAt, author, order, humanIntentConfirmed = false } = booking;
  const priceMinor = order?.priceMinor ?? offer.priceMinor;
  const now = work.clock.now();
  const contract = await currentContract(work.tx, offer.id);
  const endsAt = startsAt + offer.durationMinutes * 60_000;
  const location = {
    ...(offer.location as LocationShape | null),
    ...(resourceId !== null && { resource_id: resourceId }),
  };
  const session = await openSession(
    work,
    {
      id: newId("ses", work.clock),
      organizationId: offer.organizationId,
      offerId: offer.id,
      providerId,
      clientId,
      resourceId,
      seriesId: booking.seriesId ?? null,
      orderId: order?.id ?? null,
      previousSessionId: booking.previousSessionId ?? null,
      type: offer.type,
      vertical: offer.vertical,
      name: offer.name,
      requirements: offer.requirements,
      visibility: "private",
      durationMinutes: offer.durationMinutes,
      location: Object.keys(location).length > 0 ? location : null,
      requestedAt: now,
      startsAt,
      endsAt,
      occupiedUntil: endsAt,
      scheduledFor: null,
      holdExpiresAt: null,
      checkinAt: null,
      checkoutAt: null,
      durationActualMinutes: null,
      deliveredAt: null,
      verificationDeadline: null,
      currency: offer.currency,
      priceMinor,
      amountMinor: priceMinor,
      payerId: booking.payerId,
      billingStatus: booking.paymentId == null ? "pending" : "paid",
      billingStatusBeforeDispute: null,
      chargedAt: null,
      paymentId: booking.paymentId ?? null,
      taxDocument: null,
      contractVersion: contract.version,
      contract: contract.terms,
      documentation: null,
      submission: booking.submission ?? null,
      humanIntentConfirmed,
      createdAt: now,
    },
    author,
  );
  await acknowledge(work, session, { party: "provider", by: providerId, source: "published_slot" });
  // From an agent it is a claim, which is kept and counts for nothing (mandates page 10.7).
  if (humanIntentConfirmed && author.method !== "agent")
    await acknowledge(work, session, { party: "client", by: author.by, source: "human_intent" });
  return session;
}

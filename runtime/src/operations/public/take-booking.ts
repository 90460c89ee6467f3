import { paymentRequired, useIntent, waitingIntent } from "../../billing/payment-intents.ts";
import { attachPrepayment } from "../../billing/session-money.ts";
import { invalid, ProtocolError } from "../../errors.ts";
import { awaitConfirmation } from "../../lifecycle/moves/await-confirmation.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { outsideBookingWindow } from "../../rules/booking-window.ts";
import { isPaidFirst } from "../../rules/prepayment.ts";
import { findPlace } from "../../scheduling/auto-assign.ts";
import { openBooking } from "../../scheduling/open-booking.ts";
import type { SubmissionShape } from "../../storage/json-shapes.ts";
import type { OfferRow, PaymentIntentRow, PublicBookingRow, SessionRow } from "../../storage/rows.ts";
import { type Lane, type LaneBooking, type LaneTokens, newTokens } from "./lane.ts";
import type { Requester } from "./requester.ts";

/** A time in the lane that somebody asks for. */
export interface LaneWish {
  readonly offer: OfferRow;
  readonly requester: Requester;
  /** Epoch milliseconds. */
  readonly startsAt: number;
  /** Null: the node chooses. */
  readonly providerId: string | null;
  readonly submission?: SubmissionShape;
  /** The booking that this one replaces, and the payment that comes over from it. */
  readonly replaces?: { readonly session: SessionRow; readonly paymentId: string | null };
}

/**
 * Takes a booking of the public lane: the session is requested and waits for its confirmation, all in one step with the
 * choice of who delivers it (L-01, L-02). Its tokens are in the answer only.
 * @throws {ProtocolError} `CONFLICT`, `RESOURCE_UNAVAILABLE`; `PAYMENT_REQUIRED` for an offer that is paid first
 */
export async function takeBooking(
  context: OperationContext,
  lane: Lane,
  wish: LaneWish,
): Promise<LaneBooking & { readonly tokens: LaneTokens }> {
  const { offer, requester, startsAt, providerId, replaces } = wish;
  const { client, isNew } = requester;
  if (isNew) await context.tx.db.insertInto("clients").values(client).execute();
  const place = await findPlace(context, { organization: lane.organization, offer, client, startsAt, providerId });
  const intent = replaces?.paymentId == null ? await prepayment(context, lane, wish) : null;
  const session = await openBooking(context, {
    offer,
    clientId: client.id,
    ...place,
    startsAt,
    payerId: client.defaultPayerId,
    author: { by: client.id, method: "manual" },
    paymentId: replaces?.paymentId ?? intent?.paymentId ?? null,
    ...(replaces && { previousSessionId: replaces.session.id }),
    ...(wish.submission && { submission: wish.submission }),
    humanIntentConfirmed: true,
  });
  if (replaces?.paymentId != null) await attachPrepayment(context, session, replaces.paymentId);
  if (intent) await useIntent(context, intent, session);
  const tokens = newTokens(context, lane, startsAt);
  const booking = await storeTokens(context, session, { tokens, providerNamed: providerId !== null });
  return { session: await awaitConfirmation(context, session, tokens.confirmationExpiresAt), booking, tokens };
}

/** @throws {ProtocolError} `VALIDATION_ERROR` for a start that has passed, comes too soon or lies too far ahead */
export function requireBookable(
  context: OperationContext,
  { rules }: Lane,
  [startsAt, pointer]: readonly [number, string],
) {
  const reason = outsideBookingWindow(startsAt, context.clock.now(), rules);
  if (reason !== null) throw invalid(pointer, reason);
}

/**
 * The prepayment that waits for this booking; null when the offer needs none. Asked for only when the slot is free.
 * @throws {ProtocolError} `PAYMENT_REQUIRED` when none came in yet. A client who is new is kept, since it is to pay.
 */
async function prepayment(
  context: OperationContext,
  { rules }: Lane,
  { offer, requester }: LaneWish,
): Promise<PaymentIntentRow | null> {
  if (!isPaidFirst(offer, rules)) return null;
  const { client, isNew } = requester;
  const waiting = await waitingIntent(context, { offer, client });
  if (waiting) return waiting;
  const refusal = await paymentRequired(context, { offer, client, payerId: client.defaultPayerId });
  const { details } = refusal;
  throw new ProtocolError(refusal.code, {
    ...details,
    detail: "This offer is paid before it is booked. Pay, then book again with the same e-mail or telephone.",
    keep: async (tx) => {
      if (isNew) await tx.db.insertInto("clients").values(client).execute();
      await details.keep?.(tx);
    },
  });
}

async function storeTokens(
  { tx, clock }: OperationContext,
  session: SessionRow,
  { tokens, providerNamed }: { readonly tokens: LaneTokens; readonly providerNamed: boolean },
): Promise<PublicBookingRow> {
  const row: PublicBookingRow = {
    sessionId: session.id,
    organizationId: session.organizationId,
    confirmationPrefix: tokens.confirmation.prefix,
    confirmationHash: tokens.confirmation.hash,
    confirmationExpiresAt: tokens.confirmationExpiresAt,
    confirmationUsedAt: null,
    tokenPrefix: tokens.booking.prefix,
    tokenHash: tokens.booking.hash,
    tokenExpiresAt: tokens.bookingExpiresAt,
    providerNamed,
    createdAt: clock.now(),
  };
  await tx.db.insertInto("public_bookings").values(row).execute();
  return row;
}

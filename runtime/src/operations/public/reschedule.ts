import { detachPrepayment } from "../../billing/session-money.ts";
import { parseInstant } from "../../clock.ts";
import { invalidTransition } from "../../lifecycle/judge-move.ts";
import { letGo } from "../../lifecycle/moves/let-go.ts";
import { rescheduleWith } from "../../lifecycle/moves/reschedule.ts";
import { movesMeta } from "../../lifecycle/session-answer.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { findPlace } from "../../scheduling/auto-assign.ts";
import type { SubmissionShape } from "../../storage/json-shapes.ts";
import type { ClientRow, OfferRow, SessionRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";
import { HOLDER_STATES } from "./cancel.ts";
import {
  asClientOf,
  bookingDocument,
  bookingOf,
  concerning,
  decided,
  type Lane,
  type LaneBooking,
  openLane,
} from "./lane.ts";
import { requireBookable, takeBooking } from "./take-booking.ts";

/**
 * Moves a public booking to another time. A confirmed one keeps its session; one that still waits for its confirmation is
 * replaced by a new one with tokens of its own, free of charge (P-11).
 */
export const reschedulePublicBooking: Handler<"public_bookings.reschedule"> = async (context, input) => {
  const lane = await openLane(context, input.org_slug);
  const found = await bookingOf(context, ["pbt", input.booking_token], { forUpdate: true });
  return concerning(found.session, () => moveOrReplace(context, lane, { ...found, newDatetime: input.new_datetime }));
};

async function moveOrReplace(
  context: OperationContext,
  lane: Lane,
  { newDatetime, ...found }: LaneBooking & { readonly newDatetime: string },
) {
  const { state } = found.session;
  if (!HOLDER_STATES.includes(state)) {
    throw invalidTransition(state, "rescheduling", `A booking that is ${state} cannot be moved here.`);
  }
  const startsAt = parseInstant(newDatetime, "/new_datetime");
  requireBookable(context, lane, [startsAt, "/new_datetime"]);
  return state === "pending_confirmation"
    ? replace(context, lane, { ...found, startsAt })
    : move(context, lane, { ...found, startsAt, newDatetime });
}

/** The same session at another time: → rescheduling → scheduled, with a resource that is free then. */
async function move(
  context: OperationContext,
  lane: Lane,
  {
    booking,
    session,
    startsAt,
    newDatetime,
  }: LaneBooking & { readonly startsAt: number; readonly newDatetime: string },
) {
  const { offer, client } = await partiesOf(context, session);
  const { organization } = lane;
  const { providerId } = session;
  const ignoreSessionId = session.id;
  const wish = { organization, offer, client, startsAt, providerId, ignoreSessionId };
  const { resourceId } = session.resourceId === null ? { resourceId: null } : await findPlace(context, wish);
  const after = await rescheduleWith(asClientOf(session, context), session, { new_datetime: newDatetime, resourceId });
  await decided(context, after, { operation: "public_bookings.reschedule", outcome: "RESCHEDULED" });
  return {
    id: after.id,
    attributes: bookingDocument(lane, { booking, session: after }),
    meta: await movesMeta(context.tx, session, after),
  };
}

/** Lets go of the old booking first, so that its time does not stand in the way of the new one. */
async function replace(
  context: OperationContext,
  lane: Lane,
  { booking, session, startsAt }: LaneBooking & { readonly startsAt: number },
) {
  const { offer, client } = await partiesOf(context, session);
  const paymentId = await detachPrepayment(context, session, offer.priceMinor);
  await letGo(context, session, { author: { by: session.clientId, method: "manual" }, reason: "replaced" });
  const submission = session.submission as SubmissionShape | null;
  const taken = await takeBooking(context, lane, {
    offer,
    requester: { client, isNew: false },
    startsAt,
    providerId: booking.providerNamed ? session.providerId : null,
    ...(submission && { submission }),
    replaces: { session, paymentId },
  });
  await decided(context, session, { operation: "public_bookings.reschedule", outcome: "REPLACED" });
  await decided(context, taken.session, { operation: "public_bookings.reschedule", outcome: "BOOKED" });
  return {
    id: taken.session.id,
    attributes: {
      ...bookingDocument(lane, taken),
      confirmation_token: taken.tokens.confirmation.token,
      booking_token: taken.tokens.booking.token,
    },
    meta: await movesMeta(context.tx, null, taken.session),
  };
}

async function partiesOf(
  { tx }: OperationContext,
  session: SessionRow,
): Promise<{ offer: OfferRow; client: ClientRow }> {
  const offer = await tx.db
    .selectFrom("offers")
    .selectAll()
    .where("id", "=", session.offerId)
    .executeTakeFirstOrThrow();
  const client = await tx.db
    .selectFrom("clients")
    .selectAll()
    .where("id", "=", session.clientId)
    .executeTakeFirstOrThrow();
  return { offer, client };
}

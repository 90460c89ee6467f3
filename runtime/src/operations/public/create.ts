import { parseInstant } from "../../clock.ts";
import { invalid } from "../../errors.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { OfferRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";
import { bookingDocument, decided, type Lane, openLane } from "./lane.ts";
import { clientFor } from "./requester.ts";
import { requireBookable, takeBooking } from "./take-booking.ts";

/**
 * Books without a credential: who books is named in the request, and the slot is held until that person confirms
 * (lifecycle 9.5, operations 4.12, SVC-PUB-001, SVC-PUB-002).
 */
export const createPublicBooking: Handler<"public_bookings.create"> = async (context, input) => {
  const lane = await openLane(context, input.org_slug);
  const offer = await publicOffer(context, lane, input.service_id);
  if (input.submission.agent_id !== undefined)
    throw invalid("/submission/agent_id", "This agent holds no valid mandate.");
  const startsAt = parseInstant(input.starts_at, "/starts_at");
  requireBookable(context, lane, [startsAt, "/starts_at"]);
  const taken = await takeBooking(context, lane, {
    offer,
    requester: await clientFor(context, lane, input.requester),
    startsAt,
    providerId: input.provider_id ?? null,
    submission: input.submission,
  });
  await decided(context, taken.session, { operation: "public_bookings.create", outcome: "BOOKED" });
  return {
    id: taken.session.id,
    attributes: {
      ...bookingDocument(lane, taken),
      confirmation_token: taken.tokens.confirmation.token,
      booking_token: taken.tokens.booking.token,
    },
  };
};

/** @throws {ProtocolError} `VALIDATION_ERROR` for an offer that the catalogue does not list */
async function publicOffer({ tx }: OperationContext, { organization }: Lane, id: string): Promise<OfferRow> {
  const offer = await tx.db
    .selectFrom("offers")
    .selectAll()
    .where("id", "=", id)
    .where("organizationId", "=", organization.id)
    .where("active", "=", true)
    .where("visibility", "=", "public")
    .executeTakeFirst();
  if (!offer) throw invalid("/service_id", "There is no such offer to book.");
  return offer;
}

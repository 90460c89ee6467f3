import type { Handler } from "../handler.ts";
import { bookingDocument, bookingOf, openLane } from "./lane.ts";

/** What the holder of a booking token may see of the booking (SVC-PUB-003). */
export const getPublicBooking: Handler<"public_bookings.get"> = async (context, input) => {
  const lane = await openLane(context, input.org_slug);
  const found = await bookingOf(context, ["pbt", input.booking_token], { forUpdate: false });
  return { id: found.session.id, attributes: bookingDocument(lane, found) };
};

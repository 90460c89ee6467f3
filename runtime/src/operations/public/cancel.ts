import { invalidTransition } from "../../lifecycle/judge-move.ts";
import { cancel, type Outcome } from "../../lifecycle/moves/cancel.ts";
import { movesMeta } from "../../lifecycle/session-answer.ts";
import type { ServiceState } from "../../lifecycle/states.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { SessionRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";
import { asClientOf, bookingDocument, bookingOf, concerning, decided, openLane } from "./lane.ts";

/** States in which the holder of a booking token decides; in others the organization is at work on it (lifecycle 9.5). */
export const HOLDER_STATES: readonly ServiceState[] = ["pending_confirmation", "scheduled", "confirmed"];

/** Cancels a public booking, on the terms that its client has (L-22, lifecycle 8). */
export const cancelPublicBooking: Handler<"public_bookings.cancel"> = async (context, input) => {
  const lane = await openLane(context, input.org_slug);
  const { booking, session } = await bookingOf(context, ["pbt", input.booking_token], { forUpdate: true });
  const outcome = await concerning(session, () => cancelAsClient(context, session, input.reason));
  await decided(context, session, { operation: "public_bookings.cancel", outcome: "CANCELLED" });
  return {
    id: session.id,
    attributes: bookingDocument(lane, { booking, session: outcome.session }),
    meta: { ...(await movesMeta(context.tx, session, outcome.session)), ...outcome.meta },
  };
};

async function cancelAsClient(context: OperationContext, session: SessionRow, reason?: string): Promise<Outcome> {
  if (!HOLDER_STATES.includes(session.state)) {
    throw invalidTransition(session.state, "cancelled", `A booking that is ${session.state} cannot be cancelled here.`);
  }
  return cancel(asClientOf(session, context), session, reason === undefined ? {} : { reason });
}

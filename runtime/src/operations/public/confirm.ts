import { confirmByCredential } from "../../lifecycle/moves/confirm.ts";
import { movesMeta } from "../../lifecycle/session-answer.ts";
import type { Handler } from "../handler.ts";
import { bookingDocument, bookingOf, concerning, decided, openLane } from "./lane.ts";

/** Confirms a public booking with its confirmation token, which is used up by it (L-04, SVC-PUB-002). */
export const confirmPublicBooking: Handler<"public_bookings.confirm"> = async (context, input) => {
  const lane = await openLane(context, input.org_slug);
  const { booking, session } = await bookingOf(context, ["pbc", input.confirmation_token], { forUpdate: true });
  await context.tx.db
    .updateTable("public_bookings")
    .set({ confirmationUsedAt: context.clock.now() })
    .where("sessionId", "=", session.id)
    .execute();
  const after = await concerning(session, () => confirmByCredential(context, session));
  await decided(context, after, { operation: "public_bookings.confirm", outcome: "CONFIRMED" });
  return {
    id: after.id,
    attributes: bookingDocument(lane, { booking, session: after }),
    meta: await movesMeta(context.tx, session, after),
  };
};

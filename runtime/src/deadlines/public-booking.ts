import { theSystem, type Work } from "../lifecycle/move-session.ts";
import { letGo } from "../lifecycle/moves/let-go.ts";
import { recordDecision } from "../pipeline/public-decisions.ts";

/** A public booking that nobody confirmed in time is cancelled by the system (L-22, D-04, SVC-PUB-002). */
export async function onPublicBookingDue(work: Work, sessionId: string): Promise<void> {
  const session = await work.tx.db.selectFrom("sessions").selectAll().where("id", "=", sessionId).executeTakeFirst();
  if (session?.state !== "pending_confirmation") return;
  await letGo(work, session, { author: theSystem, reason: "confirmation_expired" });
  await recordDecision(work, {
    organizationId: session.organizationId,
    addressHash: null,
    operation: "public_bookings.confirm",
    outcome: "EXPIRED",
    sessionId,
  });
}

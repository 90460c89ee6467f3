import { scheduleDeadline } from "../../deadlines/schedule-deadline.ts";
import type { SessionRow } from "../../storage/rows.ts";
import { moveSession, theSystem, type Work } from "../move-session.ts";

/**
 * A public booking waits for its confirmation: requested → pending_confirmation. The slot stays held until the credential
 * expires (L-02).
 * @param expiresAt epoch milliseconds
 */
export async function awaitConfirmation(work: Work, session: SessionRow, expiresAt: number): Promise<SessionRow> {
  await scheduleDeadline(work, {
    kind: "public_booking",
    organizationId: session.organizationId,
    subjectId: session.id,
    dueAt: expiresAt,
  });
  return moveSession(work, session, {
    to: "pending_confirmation",
    author: theSystem,
    set: { holdExpiresAt: expiresAt },
  });
}

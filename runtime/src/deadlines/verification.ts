import type { Work } from "../lifecycle/move-session.ts";
import { verifyIfDue } from "../lifecycle/moves/verify.ts";
import { verificationDeadline } from "../rules/verification-deadline.ts";
import type { SessionRow } from "../storage/rows.ts";
import { scheduleDeadline } from "./schedule-deadline.ts";

/** Starts the client's time to accept or to dispute; answers the columns that say so (lifecycle 5, P-04). */
export async function startVerificationWindow(work: Work, session: SessionRow) {
  const deliveredAt = work.clock.now();
  const deadline = verificationDeadline(deliveredAt, session.contract);
  await scheduleDeadline(work, {
    kind: "verification",
    organizationId: session.organizationId,
    subjectId: session.id,
    dueAt: deadline,
  });
  return { deliveredAt, verificationDeadline: deadline };
}

/** At the deadline: what is charged becomes verified. What is not yet is verified by its charge later (SVC-VERI-004). */
export async function onVerificationDue(work: Work, sessionId: string): Promise<void> {
  const session = await work.tx.db.selectFrom("sessions").selectAll().where("id", "=", sessionId).executeTakeFirst();
  if (session) await verifyIfDue(work, session);
}

import { theSystem, type Work } from "../lifecycle/author.ts";
import { recordClientNoShow } from "../lifecycle/moves/client-no-show.ts";
import { graceEndsAt } from "../rules/no-show.ts";
import type { BookingRules, ContractTerms } from "../storage/json-shapes.ts";
import type { SessionRow } from "../storage/rows.ts";
import { scheduleDeadline } from "./schedule-deadline.ts";

/**
 * Starts the timer of the client's no-show (lifecycle 6.1) where the organization wants it. It is off by default: a node
 * only knows that nobody checked in, and who pays for it unheard should be the organization's decision.
 */
export async function watchForNoShow(work: Work, session: SessionRow): Promise<void> {
  if (!(await isAutomatic(work, session.organizationId))) return;
  await scheduleDeadline(work, {
    kind: "no_show",
    organizationId: session.organizationId,
    subjectId: session.id,
    dueAt: graceEndsAt(session.startsAt, session.contract as ContractTerms),
  });
}

/** At the end of the grace period: a session that is still confirmed had no check-in. */
export async function onNoShowDue(work: Work, sessionId: string): Promise<void> {
  const session = await work.tx.db.selectFrom("sessions").selectAll().where("id", "=", sessionId).executeTakeFirst();
  if (session?.state !== "confirmed" || !(await isAutomatic(work, session.organizationId))) return;
  // Confirmed anew for another time, it has another timer.
  if (work.clock.now() < graceEndsAt(session.startsAt, session.contract as ContractTerms)) return;
  await recordClientNoShow(work, session, theSystem);
}

async function isAutomatic({ tx }: Work, organizationId: string): Promise<boolean> {
  const { booking } = await tx.db
    .selectFrom("organizations")
    .select("booking")
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  return (booking as BookingRules).automatic_no_show === true;
}

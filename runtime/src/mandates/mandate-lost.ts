import { scheduleDeadline } from "../deadlines/schedule-deadline.ts";
import { recordEvents } from "../events/record-events.ts";
import type { Work } from "../lifecycle/author.ts";
import type { MandateRow } from "../storage/rows.ts";
import { voidConfirmations } from "./confirmations.ts";

/** A mandate has ended: what its agent asked is void, and whoever listens is told (MA-03, MA-04). */
export async function onMandateLost(
  work: Work,
  { id, organizationId }: Pick<MandateRow, "id" | "organizationId">,
): Promise<void> {
  await voidConfirmations(work, id);
  await recordEvents(work, { organizationId, sessionId: null }, [{ name: "mandate.lost", data: { mandate_id: id } }]);
}

/** How long before its end a mandate is told to run out, in milliseconds. */
const NOTICE_MS = 7 * 24 * 60 * 60 * 1000;

/** Puts the end of a mandate on the node's calendar, and before it the notice that it runs out, when there is time for it. */
export async function watchMandate(work: Work, { id, organizationId, expiresAt }: MandateRow): Promise<void> {
  const noticeAt = expiresAt - NOTICE_MS;
  const dueAt = noticeAt > work.clock.now() ? noticeAt : expiresAt;
  await scheduleDeadline(work, { kind: "mandate", organizationId, subjectId: id, dueAt });
}

/** The time of a mandate is over, or nearly; one that was revoked before was told of then. */
export async function onMandateDue(work: Work, id: string): Promise<void> {
  const mandate = await work.tx.db.selectFrom("mandates").selectAll().where("id", "=", id).executeTakeFirst();
  if (!mandate || mandate.revokedAt !== null) return;
  if (work.clock.now() >= mandate.expiresAt) return onMandateLost(work, mandate);
  const subject = { organizationId: mandate.organizationId, sessionId: null };
  await recordEvents(work, subject, [{ name: "mandate.expiring", data: { mandate_id: id } }]);
  await watchMandate(work, mandate);
}

import { parseInstant } from "../../clock.ts";
import { invalid } from "../../errors.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { actorOf } from "../../pipeline/caller.ts";
import { holdSlot } from "../../scheduling/hold-slot.ts";
import type { SessionRow } from "../../storage/rows.ts";
import { openException, settleException } from "../exceptions.ts";
import { judgeMove } from "../judge-move.ts";
import { type Author, authorOf, moveSession, type SessionChanges, theSystem } from "../move-session.ts";

export interface ScheduleInput {
  provider_id?: string;
  starts_at?: string;
  resource_id?: string;
}

/**
 * Commits provider, client and resource: from `requested` the held slot (L-03), from `rescheduling` a new time (L-19),
 * from `reassigning` another provider (L-21), from `pending_confirmation` the public booking (L-04).
 */
export async function schedule(context: OperationContext, session: SessionRow, input: ScheduleInput): Promise<SessionRow> {
  judgeMove(context, session, "scheduled");
  const author = authorOf(actorOf(context.caller));
  if (session.state === "rescheduling") return endRescheduling(context, session, input, author);
  if (session.state === "reassigning") return endReassigning(context, session, input, author);
  return commitHeldSlot(context, session, author);
}

/** The slot was held since the booking; from now on it is committed. */
export async function commitHeldSlot(context: OperationContext, session: SessionRow, author: Author): Promise<SessionRow> {
  return moveSession(context, session, {
    to: "scheduled",
    author,
    set: { scheduledFor: session.startsAt, holdExpiresAt: null },
  });
}

/**
 * Gives a session that waits for a new time that time. The old interval is free as soon as the new one is taken, and
 * every party has to confirm again.
 * @throws {ProtocolError} `CONFLICT`, `RESOURCE_UNAVAILABLE`; `VALIDATION_ERROR` without a time
 */
export async function endRescheduling(
  context: OperationContext,
  session: SessionRow,
  input: ScheduleInput,
  author: Author = theSystem,
): Promise<SessionRow> {
  if (input.starts_at === undefined) throw invalid("/starts_at", "A session that waits for a new time needs starts_at.");
  const changes = await slotFor(context, session, { ...input, provider_id: session.providerId });
  const moved = await moveSession(context, session, { to: "scheduled", author, set: changes });
  await clearAcknowledgements(context, session.id);
  const open = await openException(context, session, "reschedule", "resource_conflict");
  if (open) await settleException(context, open, "rescheduled", { new: input.starts_at });
  return moved;
}

async function endReassigning(context: OperationContext, session: SessionRow, input: ScheduleInput, author: Author): Promise<SessionRow> {
  if (input.provider_id === undefined) throw invalid("/provider_id", "Name the provider who takes over.");
  if (input.provider_id === session.providerId) throw invalid("/provider_id", "The replacement must be another provider.");
  const changes = await slotFor(context, session, input);
  const moved = await moveSession(context, session, { to: "scheduled", author, set: { ...changes, providerId: input.provider_id } });
  await clearAcknowledgements(context, session.id);
  const open = await openException(context, session, "no_show");
  if (open) {
    await settleException(context, open, "provider_reassigned", { previous: session.providerId, new: input.provider_id });
  }
  return moved;
}

/** Checks the wanted interval for everybody and answers the columns that commit it. */
async function slotFor(context: OperationContext, session: SessionRow, input: ScheduleInput): Promise<SessionChanges> {
  const startsAt = input.starts_at === undefined ? session.startsAt : parseInstant(input.starts_at);
  if (startsAt <= context.clock.now()) throw invalid("/starts_at", "The start must lie in the future.");
  const resourceId = input.resource_id ?? session.resourceId;
  await holdSlot(context, {
    organizationId: session.organizationId,
    offerId: session.offerId,
    providerId: input.provider_id ?? session.providerId,
    clientId: session.clientId,
    resourceId,
    startsAt,
    durationMinutes: session.durationMinutes,
    ignoreSessionId: session.id,
  });
  const endsAt = startsAt + session.durationMinutes * 60_000;
  const location = resourceId === session.resourceId || resourceId === null ? {} : { location: { ...session.location, resource_id: resourceId } };
  return { startsAt, endsAt, occupiedUntil: endsAt, scheduledFor: startsAt, resourceId, ...location };
}

async function clearAcknowledgements({ tx, clock }: OperationContext, sessionId: string): Promise<void> {
  await tx.db
    .updateTable("acknowledgements")
    .set({ clearedAt: clock.now() })
    .where("sessionId", "=", sessionId)
    .where("clearedAt", "is", null)
    .execute();
}

import { parseInstant } from "../../clock.ts";
import { invalid } from "../../errors.ts";
import { actorOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { equivalentResource } from "../../scheduling/equivalent-resource.ts";
import { holdSlot } from "../../scheduling/hold-slot.ts";
import type { ResourceRow, SessionRow } from "../../storage/rows.ts";
import { openException, settleException } from "../exceptions.ts";
import { judgeMove } from "../judge-move.ts";
import { type Author, authorOf, moveSession, type SessionChanges, theSystem, type Work } from "../move-session.ts";
import { placeWith } from "../resource-lost.ts";

export interface ScheduleInput {
  provider_id?: string;
  starts_at?: string;
  resource_id?: string;
}

/**
 * Commits provider, client and resource: from `requested` the held slot (L-03), from `rescheduling` a new time (L-19),
 * from `reassigning` another provider (L-21), from `pending_confirmation` the public booking (L-04).
 */
export async function schedule(
  context: OperationContext,
  session: SessionRow,
  input: ScheduleInput,
): Promise<SessionRow> {
  judgeMove(context, session, "scheduled");
  const author = authorOf(actorOf(context.caller));
  if (session.state === "rescheduling") return endRescheduling(context, session, input, author);
  if (session.state === "reassigning") return endReassigning(context, session, input, author);
  return commitHeldSlot(context, session, author);
}

/** The slot was held since the booking; from now on it is committed. */
export async function commitHeldSlot(work: Work, session: SessionRow, author: Author): Promise<SessionRow> {
  // What was held may be lost since: a resource can be taken out of use, or closed for the day; a hold can have expired.
  const expired = session.holdExpiresAt !== null && session.holdExpiresAt <= work.clock.now();
  const place = session.resourceId === null && !expired ? {} : await slotFor(work, session, {});
  const moved = await moveSession(work, session, {
    to: "scheduled",
    author,
    set: { ...place, scheduledFor: session.startsAt, holdExpiresAt: null },
  });
  if (session.resourceId !== null) await settleConflict(work, moved, "resource_replaced");
  return moved;
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
  if (input.starts_at === undefined)
    throw invalid("/starts_at", "A session that waits for a new time needs starts_at.");
  const changes = await slotFor(context, session, { ...input, provider_id: session.providerId });
  const moved = await moveSession(context, session, { to: "scheduled", author, set: changes });
  await clearAcknowledgements(context, session.id);
  const open = await openException(context, session, "reschedule");
  if (open) await settleException(context, open, "rescheduled", { new: input.starts_at });
  await settleConflict(context, moved, "rescheduled");
  return moved;
}

async function endReassigning(
  context: OperationContext,
  session: SessionRow,
  input: ScheduleInput,
  author: Author,
): Promise<SessionRow> {
  if (input.provider_id === undefined) throw invalid("/provider_id", "Name the provider who takes over.");
  if (input.provider_id === session.providerId)
    throw invalid("/provider_id", "The replacement must be another provider.");
  await requireEligible(context, session, input.provider_id);
  const changes = await slotFor(context, session, input);
  const moved = await moveSession(context, session, {
    to: "scheduled",
    author,
    set: { ...changes, providerId: input.provider_id },
  });
  await clearAcknowledgements(context, session.id);
  const open = await openException(context, session, "no_show");
  if (open) {
    await settleException(context, open, "provider_reassigned", {
      previous: session.providerId,
      new: input.provider_id,
    });
  }
  await settleConflict(context, moved, "resource_replaced");
  return moved;
}

/** A session with a place again has no conflict any more; the record tells its new resource, if it has one. */
async function settleConflict(
  work: Work,
  session: SessionRow,
  resolution: "rescheduled" | "resource_replaced",
): Promise<void> {
  const open = await openException(work, session, "resource_conflict");
  if (!open) return;
  const replaced =
    session.resourceId !== null && session.resourceId !== (open.details as { previous?: string }).previous;
  await settleException(work, open, resolution, replaced ? { new: session.resourceId } : {});
}

/** Checks the wanted interval for everybody and answers the columns that commit it. */
async function slotFor(work: Work, session: SessionRow, input: ScheduleInput): Promise<SessionChanges> {
  const startsAt = input.starts_at === undefined ? session.startsAt : parseInstant(input.starts_at);
  // A replacement may take over an interval that has begun; a new one lies ahead.
  const isNew = input.starts_at !== undefined;
  if (isNew && startsAt <= work.clock.now()) throw invalid("/starts_at", "The start must lie in the future.");
  const end = startsAt + session.durationMinutes * 60_000;
  const resource = await resourceFor(work, session, { wanted: input.resource_id, slot: { start: startsAt, end } });
  const resourceId = resource?.id ?? null;
  await holdSlot(work, {
    organizationId: session.organizationId,
    offerId: session.offerId,
    providerId: input.provider_id ?? session.providerId,
    clientId: session.clientId,
    resourceId,
    startsAt,
    durationMinutes: session.durationMinutes,
    ignoreSessionId: session.id,
  });
  const location =
    resource === null || resource.id === session.resourceId ? {} : { location: placeWith(session.location, resource) };
  return { startsAt, endsAt: end, occupiedUntil: end, scheduledFor: startsAt, resourceId, ...location };
}

/** @throws {ProtocolError} `VALIDATION_ERROR` for a provider who does not deliver the offer of the session */
async function requireEligible({ tx }: OperationContext, session: SessionRow, providerId: string): Promise<void> {
  const eligible = await tx.db
    .selectFrom("offer_providers")
    .innerJoin("providers", "providers.id", "offer_providers.providerId")
    .select("providers.id")
    .where("offer_providers.offerId", "=", session.offerId)
    .where("providers.id", "=", providerId)
    .where("providers.active", "=", true)
    .executeTakeFirst();
  if (!eligible) throw invalid("/provider_id", "No such provider delivers this offer.");
}

/**
 * The resource of the new interval: the one wanted, else the session's own; once that is out of use, an equivalent one
 * that is free then, so that who only names a time gets one.
 * @throws {ProtocolError} `VALIDATION_ERROR` for an unknown resource, or another organization's
 */
async function resourceFor(
  work: Work,
  session: SessionRow,
  { wanted, slot }: { wanted: string | undefined; slot: { start: number; end: number } },
): Promise<ResourceRow | null> {
  const id = wanted ?? session.resourceId;
  if (id === null) return null;
  const resource = await work.tx.db
    .selectFrom("resources")
    .selectAll()
    .where("id", "=", id)
    .where("organizationId", "=", session.organizationId)
    .executeTakeFirst();
  if (!resource) throw invalid("/resource_id", "There is no such resource.");
  if (wanted !== undefined || resource.isActive) return resource;
  return (await equivalentResource(work, { resource, slot, clients: 1 })) ?? resource;
}

async function clearAcknowledgements({ tx, clock }: OperationContext, sessionId: string): Promise<void> {
  await tx.db
    .updateTable("acknowledgements")
    .set({ clearedAt: clock.now() })
    .where("sessionId", "=", sessionId)
    .where("clearedAt", "is", null)
    .execute();
}

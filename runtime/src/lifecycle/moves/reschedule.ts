import { isoInstant, parseInstant } from "../../clock.ts";
import { invalid } from "../../errors.ts";
import { actorOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { lockRows } from "../../storage/lock-rows.ts";
import type { SessionRow } from "../../storage/rows.ts";
import { recordException } from "../exceptions.ts";
import { judgeMove, judgeState, roleIn } from "../judge-move.ts";
import { authorOf, moveSession } from "../move-session.ts";
import { endRescheduling } from "./schedule.ts";

export interface RescheduleInput {
  new_datetime: string;
  reason?: string;
}

/**
 * Moves a session to another time in one step: → rescheduling by the actor, → scheduled by the system. The old slot is
 * given up only when the new one is taken (L-18, L-19, lifecycle 6.5).
 * @throws {ProtocolError} `CONFLICT`, `RESOURCE_UNAVAILABLE`, `INVALID_TRANSITION`
 */
export async function reschedule(
  context: OperationContext,
  session: SessionRow,
  input: RescheduleInput,
): Promise<SessionRow> {
  return moveTo(context, session, input);
}

/** The same with another resource, which the node has found free at the new time; null: the present one, or none. */
export async function rescheduleWith(
  context: OperationContext,
  session: SessionRow,
  input: RescheduleInput & { readonly resourceId: string | null },
): Promise<SessionRow> {
  return moveTo(context, session, input, input.resourceId);
}

async function moveTo(
  context: OperationContext,
  session: SessionRow,
  input: RescheduleInput,
  resourceId: string | null = null,
): Promise<SessionRow> {
  const waiting = session.state === "rescheduling" && roleIn(session, actorOf(context.caller)) !== null;
  if (waiting) judgeState(context, session, "scheduled");
  else judgeMove(context, session, "rescheduling");
  if (parseInstant(input.new_datetime) <= context.clock.now())
    throw invalid("/new_datetime", "The new time must lie in the future.");
  // Before the first move is told of: a booking, too, locks the calendars before the stream of events.
  await lockRows(
    context.tx,
    session.organizationId,
    [session.providerId, session.clientId, session.resourceId, resourceId].filter((id) => id !== null),
  );
  const moved = waiting
    ? session
    : await seekNewTime(context, session, { reason: input.reason, wanted: input.new_datetime });
  return endRescheduling(context, moved, {
    starts_at: input.new_datetime,
    ...(resourceId !== null && { resource_id: resourceId }),
  });
}

/** A new time is needed and not known yet: scheduled or confirmed → rescheduling; the old slot stays held (L-18). */
export async function awaitNewTime(
  context: OperationContext,
  session: SessionRow,
  input: { reason?: string },
): Promise<SessionRow> {
  judgeMove(context, session, "rescheduling");
  if (input.reason === undefined) throw invalid("/reason", "Say why the session needs a new time.");
  return seekNewTime(context, session, { reason: input.reason });
}

async function seekNewTime(
  context: OperationContext,
  session: SessionRow,
  wish: { reason: string | undefined; wanted?: string },
): Promise<SessionRow> {
  const actor = actorOf(context.caller);
  const moved = await moveSession(context, session, {
    to: "rescheduling",
    author: authorOf(actor),
    ...(wish.reason !== undefined && { metadata: { reason: wish.reason } }),
  });
  await recordException(context, moved, {
    type: "reschedule",
    initiatedBy: actor.id,
    details: {
      previous: isoInstant(session.startsAt),
      ...(wish.wanted !== undefined && { new: isoInstant(parseInstant(wish.wanted)) }),
      cause: "party_request",
    },
  });
  return moved;
}

import { equivalentResource } from "../scheduling/equivalent-resource.ts";
import { contains } from "../scheduling/intervals.ts";
import { loadCalendars } from "../scheduling/load-calendars.ts";
import type { LocationShape } from "../storage/json-shapes.ts";
import { lockRows } from "../storage/lock-rows.ts";
import type { ResourceRow, SessionRow } from "../storage/rows.ts";
import { openException, recordException } from "./exceptions.ts";
import { changeSession, moveSession, theSystem, type Work } from "./move-session.ts";
import type { ServiceState } from "./states.ts";

/** States in which a session to come keeps a place; one in `rescheduling` looks for another place anyway. */
const PLACED: readonly ServiceState[] = ["requested", "pending_confirmation", "scheduled", "confirmed", "reassigning"];

/** States from which the system may begin to look for a new time (L-18). */
const RESCHEDULABLE: readonly ServiceState[] = ["scheduled", "confirmed"];

/** What became of sessions whose resource was lost. */
export interface LostPlaces {
  /** Have another resource at the same time. */
  readonly replaced: readonly SessionRow[];
  /** Have an open `resource_conflict`; those that could be moved to `rescheduling` were. */
  readonly unplaced: readonly SessionRow[];
}

/**
 * Finds the sessions to come that a resource has no place for any more, because it is out of use or closed then, and
 * gives them an equivalent one without a transition (P-12); where there is none, the system seeks a new time and the
 * record stays open until there is one (lifecycle 6.5). Sessions that share provider, offer and start stay together.
 */
export async function settleLostPlaces(
  work: Work,
  { id, organizationId }: { id: string; organizationId: string },
): Promise<LostPlaces> {
  const lost = await lostSessions(work, { id, organizationId });
  const outcome = { replaced: [] as SessionRow[], unplaced: [] as SessionRow[] };
  if (lost.length === 0) return outcome;
  await lockRows(
    work.tx,
    organizationId,
    lost.map((session) => session.id),
  );
  const resource = await work.tx.db.selectFrom("resources").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const groups = Map.groupBy(lost, ({ providerId, offerId, startsAt }) => `${providerId} ${offerId} ${startsAt}`);
  for (const group of groups.values()) {
    const end = Math.max(...group.map((session) => session.occupiedUntil));
    const slot = { start: group[0]?.startsAt ?? end, end };
    const replacement = await equivalentResource(work, { resource, slot, clients: group.length });
    for (const session of group) {
      if (replacement) outcome.replaced.push(await moveInto(work, session, { from: id, to: replacement }));
      else outcome.unplaced.push(await seekNewTime(work, session, id));
    }
  }
  return outcome;
}

/** Where a service happens, once it happens with this resource. */
export function placeWith(
  location: SessionRow["location"],
  { id, name }: Pick<ResourceRow, "id" | "name">,
): LocationShape {
  const place = (location ?? {}) as LocationShape;
  return { ...place, resource_id: id, ...(place.room !== undefined && { room: name }) };
}

async function lostSessions(
  work: Work,
  { id, organizationId }: { id: string; organizationId: string },
): Promise<SessionRow[]> {
  const now = work.clock.now();
  const sessions = await work.tx.db
    .selectFrom("sessions")
    .selectAll()
    .where("resourceId", "=", id)
    .where("occupiedUntil", ">", now)
    .where("startsAt", ">", now)
    .where("state", "in", PLACED)
    .orderBy("startsAt")
    .orderBy("id")
    .execute();
  const [first] = sessions;
  if (!first) return [];
  const { resources } = await loadCalendars(work.tx, {
    organizationId,
    providerIds: [],
    resourceIds: [id],
    clientId: null,
    span: { start: first.startsAt, end: Math.max(...sessions.map((session) => session.occupiedUntil)) },
    now,
  });
  const calendar = resources.get(id);
  return sessions.filter(({ startsAt, occupiedUntil, state, holdExpiresAt }) => {
    if (state === "pending_confirmation" && holdExpiresAt !== null && holdExpiresAt <= now) return false;
    return !calendar?.isActive || !contains(calendar.open, { start: startsAt, end: occupiedUntil });
  });
}

async function moveInto(
  work: Work,
  session: SessionRow,
  resource: { from: string; to: ResourceRow },
): Promise<SessionRow> {
  const moved = await changeSession(work, session, {
    resourceId: resource.to.id,
    location: placeWith(session.location, resource.to),
  });
  await recordException(work, moved, {
    type: "resource_conflict",
    initiatedBy: theSystem.by,
    resolution: "resource_replaced",
    details: { previous: resource.from, new: resource.to.id, cause: "resource_conflict" },
  });
  return moved;
}

async function seekNewTime(work: Work, session: SessionRow, lost: string): Promise<SessionRow> {
  // One that has to wait where it is may lose its place once more.
  if (await openException(work, session, "resource_conflict")) return session;
  await recordException(work, session, {
    type: "resource_conflict",
    initiatedBy: theSystem.by,
    details: { previous: lost, cause: "resource_conflict" },
  });
  if (!RESCHEDULABLE.includes(session.state)) return session;
  return moveSession(work, session, {
    to: "rescheduling",
    author: theSystem,
    metadata: { reason: "resource_conflict" },
  });
}

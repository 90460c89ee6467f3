import type { Work } from "../lifecycle/author.ts";
import { lockRows } from "../storage/lock-rows.ts";
import type { ResourceRow } from "../storage/rows.ts";
import { remainingCapacity } from "./check-slot.ts";
import { contains, type Interval } from "./intervals.ts";
import { loadCalendars } from "./load-calendars.ts";

/** A place that one resource cannot give any more. */
export interface LostPlace {
  readonly resource: ResourceRow;
  /** Start to end of the sessions, without buffer; epoch milliseconds. */
  readonly slot: Interval;
  /** Clients who have to stay together. */
  readonly clients: number;
}

/**
 * Another active resource of the organization that is free for the same interval, its own buffer included, holds all the
 * clients and has the equipment of the lost one (lifecycle 6.5). Of several: one of the same type, then of the same
 * location, then the smallest. It is locked until the end of the transaction.
 */
export async function equivalentResource(
  work: Work,
  { resource, slot, clients }: LostPlace,
): Promise<ResourceRow | null> {
  const candidates = await candidatesFor(work, resource, clients);
  if (candidates.length === 0) return null;
  const { organizationId } = resource;
  await lockRows(
    work.tx,
    organizationId,
    candidates.map(({ id }) => id),
  );
  const { resources } = await loadCalendars(work.tx, {
    organizationId,
    providerIds: [],
    resourceIds: candidates.map(({ id }) => id),
    clientId: null,
    span: slot,
    now: work.clock.now(),
  });
  const free = candidates.filter(({ id }) => {
    const calendar = resources.get(id);
    return calendar?.isActive && contains(calendar.open, slot) && remainingCapacity(slot, calendar) >= clients;
  });
  return (
    free.toSorted(
      (one, other) => preference(one, resource) - preference(other, resource) || one.capacity - other.capacity,
    )[0] ?? null
  );
}

async function candidatesFor({ tx }: Work, lost: ResourceRow, clients: number): Promise<ResourceRow[]> {
  const rows = await tx.db
    .selectFrom("resources")
    .selectAll()
    .where("organizationId", "=", lost.organizationId)
    .where("isActive", "=", true)
    .where("capacity", ">=", clients)
    .where("id", "!=", lost.id)
    .orderBy("id")
    .execute();
  const needed = new Set(lost.equipment as string[]);
  return rows.filter((row) => needed.isSubsetOf(new Set(row.equipment as string[])));
}

/** The less, the more alike. */
function preference(candidate: ResourceRow, lost: ResourceRow): number {
  return (candidate.type === lost.type ? 0 : 2) + (candidate.location === lost.location ? 0 : 1);
}

import type { Tx } from "../storage/open-database.ts";
import type { Calendars, ProviderCalendar, ResourceCalendar } from "./calendars.ts";
import type { Interval } from "./intervals.ts";
import {
  type CalendarKind,
  type Occupation,
  type OccupyingSession,
  occupationIn,
  RELEASED_STATES,
} from "./occupation.ts";
import { openIntervals, type WeeklyBlock } from "./weekly-blocks.ts";

export interface CalendarQuery {
  readonly organizationId: string;
  readonly providerIds: readonly string[];
  readonly resourceIds: readonly string[];
  readonly clientId: string | null;
  /** Epoch milliseconds; sessions of which some instant, or whose resource's buffer, touches it are loaded. */
  readonly span: Interval;
  /** Epoch milliseconds: decides which unconfirmed holds have expired. */
  readonly now: number;
  /** A session that is being moved: its own time does not stand in its way. */
  readonly ignoreSessionId?: string | undefined;
}

const MINUTE = 60_000;

/**
 * Loads calendars with at most three queries, whatever their number. Providers and resources that are unknown or
 * another tenant's are left out of the answer.
 */
export async function loadCalendars(tx: Tx, query: CalendarQuery): Promise<Calendars> {
  const providers = await loadProviders(tx, query);
  const resources = await loadResources(tx, query);
  const sessions = await loadSessions(tx, query, resources);
  const { span, now, clientId } = query;
  const occupied = (calendar: CalendarKind, mine: (session: OccupyingSession) => boolean): Occupation[] =>
    sessions.filter(mine).flatMap((session) => occupationIn(calendar, session, now) ?? []);

  const providerCalendars = [...providers.values()].map(({ id, timezone, blocks }): ProviderCalendar => {
    const occupations = occupied("provider", (session) => session.providerId === id);
    return { id, open: openIntervals(blocks, timezone, span), occupations };
  });
  const resourceCalendars = [...resources.values()].map(({ id, timezone, blocks, ...rest }): ResourceCalendar => {
    const occupations = occupied("resource", (session) => session.resourceId === id);
    return { id, ...rest, open: openIntervals(blocks, timezone, span), occupations };
  });
  return {
    providers: new Map(providerCalendars.map((calendar) => [calendar.id, calendar])),
    resources: new Map(resourceCalendars.map((calendar) => [calendar.id, calendar])),
    client:
      clientId === null
        ? null
        : { id: clientId, occupations: occupied("client", (session) => session.clientId === clientId) },
  };
}

interface StoredCalendar {
  readonly id: string;
  readonly timezone: string;
  readonly blocks: WeeklyBlock[];
}

interface StoredResource extends StoredCalendar {
  readonly isActive: boolean;
  readonly capacity: number;
  readonly buffer: number;
}

/** A block's columns as a left join gives them: all null when the calendar has no block. */
type JoinedBlock = { [Column in keyof WeeklyBlock]: WeeklyBlock[Column] | null };

async function loadProviders(
  tx: Tx,
  { organizationId, providerIds }: CalendarQuery,
): Promise<Map<string, StoredCalendar>> {
  const calendars = new Map<string, StoredCalendar>();
  if (providerIds.length === 0) return calendars;
  const rows = await tx.db
    .selectFrom("providers")
    .innerJoin("organizations", "organizations.id", "providers.organizationId")
    .leftJoin("provider_availability as block", "block.providerId", "providers.id")
    .where("providers.organizationId", "=", organizationId)
    .where("providers.id", "in", providerIds)
    .select(["providers.id", "providers.active", "providers.timezone as ownZone", "organizations.timezone as zone"])
    .select(["block.dayOfWeek", "block.startTime", "block.endTime", "block.isAvailable", "block.timezone"])
    .execute();
  for (const row of rows) {
    const calendar = calendars.get(row.id) ?? { id: row.id, timezone: row.ownZone ?? row.zone, blocks: [] };
    calendars.set(row.id, calendar);
    if (row.active) calendar.blocks.push(...blockOf(row));
  }
  return calendars;
}

async function loadResources(
  tx: Tx,
  { organizationId, resourceIds }: CalendarQuery,
): Promise<Map<string, StoredResource>> {
  const calendars = new Map<string, StoredResource>();
  if (resourceIds.length === 0) return calendars;
  const rows = await tx.db
    .selectFrom("resources")
    .innerJoin("organizations", "organizations.id", "resources.organizationId")
    .leftJoin("resource_availability as block", "block.resourceId", "resources.id")
    .where("resources.organizationId", "=", organizationId)
    .where("resources.id", "in", resourceIds)
    .select(["resources.id", "resources.isActive", "resources.capacity", "resources.bufferMinutes"])
    .select(["resources.timezone as ownZone", "organizations.timezone as zone"])
    .select(["block.dayOfWeek", "block.startTime", "block.endTime", "block.isAvailable", "block.timezone"])
    .execute();
  for (const row of rows) {
    const calendar = calendars.get(row.id) ?? {
      id: row.id,
      timezone: row.ownZone ?? row.zone,
      isActive: Boolean(row.isActive),
      capacity: row.capacity,
      buffer: row.bufferMinutes * MINUTE,
      blocks: [],
    };
    calendars.set(row.id, calendar);
    calendar.blocks.push(...blockOf(row));
  }
  return calendars;
}

function blockOf(row: JoinedBlock): WeeklyBlock[] {
  const { dayOfWeek, startTime, endTime, isAvailable, timezone } = row;
  if (dayOfWeek === null || startTime === null || endTime === null) return [];
  return [{ dayOfWeek, startTime, endTime, isAvailable: Boolean(isAvailable), timezone }];
}

async function loadSessions(
  tx: Tx,
  query: CalendarQuery,
  resources: ReadonlyMap<string, StoredResource>,
): Promise<OccupyingSession[]> {
  const { providerIds, resourceIds, clientId, span, ignoreSessionId } = query;
  if (providerIds.length + resourceIds.length === 0 && clientId === null) return [];
  const buffer = Math.max(0, ...[...resources.values()].map((resource) => resource.buffer));
  const after = span.start - buffer;
  const before = span.end + buffer;
  // Each branch repeats the bound on the end, so that SQLite answers each from its own index.
  return await tx.db
    .selectFrom("sessions")
    .where(({ eb, and, or }) =>
      or([
        ...(providerIds.length > 0
          ? [and([eb("providerId", "in", providerIds), eb("occupiedUntil", ">", after)])]
          : []),
        ...(clientId === null ? [] : [and([eb("clientId", "=", clientId), eb("occupiedUntil", ">", after)])]),
        ...(resourceIds.length > 0
          ? [and([eb("resourceId", "in", resourceIds), eb("occupiedUntil", ">", after)])]
          : []),
      ]),
    )
    .where("startsAt", "<", before)
    .where("state", "not in", RELEASED_STATES)
    .$if(ignoreSessionId !== undefined, (select) => select.where("id", "!=", ignoreSessionId ?? ""))
    .select([
      "id",
      "state",
      "offerId",
      "providerId",
      "clientId",
      "resourceId",
      "startsAt",
      "occupiedUntil",
      "holdExpiresAt",
    ])
    .execute();
}

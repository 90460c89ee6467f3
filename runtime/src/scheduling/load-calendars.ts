import { sql } from "kysely";
import type { Tx } from "../storage/open-database.ts";
import { preparedQuery } from "../storage/prepared-query.ts";
import { type CalendarException, withExceptions } from "./calendar-exceptions.ts";
import type { Calendars, ProviderCalendar, ResourceCalendar } from "./calendars.ts";
import type { Interval } from "./intervals.ts";
import { datesAround } from "./local-time.ts";
import {
  type CalendarKind,
  OCCUPYING_COLUMNS,
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
 * Loads calendars with at most three queries, whatever their number: weekly blocks and exceptions of the providers, those
 * of the resources, the sessions of all. Providers and resources that are unknown or another tenant's are left out.
 */
export async function loadCalendars(tx: Tx, query: CalendarQuery): Promise<Calendars> {
  const providers = await loadProviders(tx, query);
  const resources = await loadResources(tx, query);
  const sessions = await loadSessions(tx, query, resources);
  const { span, now, clientId } = query;
  const ofProviders = Map.groupBy(sessions, ({ providerId }) => providerId);
  const ofResources = Map.groupBy(sessions, ({ resourceId }) => resourceId);
  const occupied = (calendar: CalendarKind, mine: readonly OccupyingSession[] = []): Occupation[] =>
    mine.flatMap((session) => occupationIn(calendar, session, now) ?? []);

  const providerCalendars = [...providers.values()].map((stored): ProviderCalendar => {
    const occupations = occupied("provider", ofProviders.get(stored.id));
    return { id: stored.id, open: openHours(stored, span), occupations };
  });
  const resourceCalendars = [...resources.values()].map((stored): ResourceCalendar => {
    const { id, isActive, capacity, buffer } = stored;
    const occupations = occupied("resource", ofResources.get(id));
    return { id, isActive, capacity, buffer, open: openHours(stored, span), occupations };
  });
  return {
    providers: new Map(providerCalendars.map((calendar) => [calendar.id, calendar])),
    resources: new Map(resourceCalendars.map((calendar) => [calendar.id, calendar])),
    client:
      clientId === null
        ? null
        : {
            id: clientId,
            occupations: occupied(
              "client",
              sessions.filter((session) => session.clientId === clientId),
            ),
          },
  };
}

interface StoredCalendar {
  readonly id: string;
  readonly timezone: string;
  readonly blocks: WeeklyBlock[];
  /** The organization's, then the calendar's own. */
  readonly exceptions: { readonly house: CalendarException[]; readonly own: CalendarException[] };
}

interface StoredResource extends StoredCalendar {
  readonly isActive: boolean;
  readonly capacity: number;
  readonly buffer: number;
}

/** A block's or an exception's columns beside its calendar's; a calendar without a block has one row of nulls. */
interface HoursRow {
  readonly dayOfWeek: number | null;
  readonly startTime: string | null;
  readonly endTime: string | null;
  readonly isAvailable: boolean | number | null;
  readonly timezone: string | null;
  readonly owner: string | null;
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
  readonly zone: string;
}

const nothing = <Value>() => sql<Value | null>`null`;

/** The hours of a weekly block, as a branch of a union selects them. */
const blockColumns = [
  "block.dayOfWeek as dayOfWeek",
  "block.startTime as startTime",
  "block.endTime as endTime",
  "block.isAvailable as isAvailable",
  "block.timezone as timezone",
] as const;
const noException = [
  nothing<string>().as("owner"),
  nothing<string>().as("dateFrom"),
  nothing<string>().as("dateTo"),
] as const;

/** The hours of an exception, in the same order. */
const noDay = nothing<number>().as("dayOfWeek");
const noZone = nothing<string>().as("timezone");
const exceptionHours = [
  "exception.startTime as startTime",
  "exception.endTime as endTime",
  "exception.isAvailable as isAvailable",
] as const;
const exceptionDays = [
  "exception.calendar as owner",
  "exception.dateFrom as dateFrom",
  "exception.dateTo as dateTo",
] as const;

/** Calendars, and the local dates that the span touches somewhere. */
interface Hours {
  readonly organizationId: string;
  readonly ids: readonly string[];
  readonly firstDate: string;
  readonly lastDate: string;
}

const hoursOfProviders = preparedQuery((db, { organizationId, ids, firstDate, lastDate }: Hours) => {
  const asked = db
    .selectFrom("providers")
    .innerJoin("organizations", "organizations.id", "providers.organizationId")
    .where("providers.organizationId", "=", organizationId)
    .where("providers.id", "in", ids)
    .select([
      "providers.id as id",
      "providers.active as active",
      "providers.timezone as ownZone",
      "organizations.timezone as zone",
    ]);
  return asked
    .leftJoin("provider_availability as block", "block.providerId", "providers.id")
    .select(blockColumns)
    .select(noException)
    .unionAll(
      asked
        .innerJoin("calendar_exceptions as exception", (join) =>
          join.on(({ eb, ref }) => eb("exception.subjectId", "in", [ref("providers.id"), ref("organizations.id")])),
        )
        .where("exception.dateTo", ">=", firstDate)
        .where("exception.dateFrom", "<=", lastDate)
        .select(noDay)
        .select(exceptionHours)
        .select(noZone)
        .select(exceptionDays),
    );
}, "ids");

async function loadProviders(
  tx: Tx,
  { organizationId, providerIds: ids, span }: CalendarQuery,
): Promise<Map<string, StoredCalendar>> {
  const calendars = new Map<string, StoredCalendar>();
  if (ids.length === 0) return calendars;
  for (const row of await hoursOfProviders.all(tx, { organizationId, ids, ...datesOf(span) })) {
    const calendar = calendars.get(row.id) ?? { id: row.id, ...emptyHours(row) };
    calendars.set(row.id, calendar);
    if (row.active) addHours(calendar, row);
  }
  return calendars;
}

const hoursOfResources = preparedQuery((db, { organizationId, ids, firstDate, lastDate }: Hours) => {
  const asked = db
    .selectFrom("resources")
    .innerJoin("organizations", "organizations.id", "resources.organizationId")
    .where("resources.organizationId", "=", organizationId)
    .where("resources.id", "in", ids)
    .select(["resources.id as id", "resources.isActive as isActive", "resources.capacity as capacity"])
    .select([
      "resources.bufferMinutes as bufferMinutes",
      "resources.timezone as ownZone",
      "organizations.timezone as zone",
    ]);
  return asked
    .leftJoin("resource_availability as block", "block.resourceId", "resources.id")
    .select(blockColumns)
    .select(noException)
    .unionAll(
      asked
        .innerJoin("calendar_exceptions as exception", (join) =>
          join.on(({ eb, ref }) => eb("exception.subjectId", "in", [ref("resources.id"), ref("organizations.id")])),
        )
        .where("exception.dateTo", ">=", firstDate)
        .where("exception.dateFrom", "<=", lastDate)
        .select(noDay)
        .select(exceptionHours)
        .select(noZone)
        .select(exceptionDays),
    );
}, "ids");

async function loadResources(
  tx: Tx,
  { organizationId, resourceIds: ids, span }: CalendarQuery,
): Promise<Map<string, StoredResource>> {
  const calendars = new Map<string, StoredResource>();
  if (ids.length === 0) return calendars;
  for (const row of await hoursOfResources.all(tx, { organizationId, ids, ...datesOf(span) })) {
    const { id, isActive, capacity, bufferMinutes } = row;
    const calendar = calendars.get(id) ?? {
      id,
      isActive: Boolean(isActive),
      capacity,
      buffer: bufferMinutes * MINUTE,
      ...emptyHours(row),
    };
    calendars.set(id, calendar);
    addHours(calendar, row);
  }
  return calendars;
}

function emptyHours({ ownZone, zone }: { ownZone: string | null; zone: string }): Omit<StoredCalendar, "id"> {
  return { timezone: ownZone ?? zone, blocks: [], exceptions: { house: [], own: [] } };
}

function addHours({ blocks, exceptions, timezone: ownZone }: StoredCalendar, row: HoursRow): void {
  const { owner, dateFrom, dateTo, dayOfWeek, startTime, endTime, timezone } = row;
  const isAvailable = Boolean(row.isAvailable);
  if (dateFrom !== null && dateTo !== null) {
    const isHouse = owner === "organization";
    (isHouse ? exceptions.house : exceptions.own).push({
      dateFrom,
      dateTo,
      startTime,
      endTime,
      isAvailable,
      zone: isHouse ? row.zone : ownZone,
    });
  } else if (dayOfWeek !== null && startTime !== null && endTime !== null) {
    blocks.push({ dayOfWeek, startTime, endTime, isAvailable, timezone });
  }
}

function openHours({ blocks, exceptions, timezone }: StoredCalendar, span: Interval): Interval[] {
  return withExceptions(openIntervals(blocks, timezone, span), [exceptions.house, exceptions.own], span);
}

function datesOf(span: Interval): Pick<Hours, "firstDate" | "lastDate"> {
  const dates = datesAround(span);
  return { firstDate: dates[0]?.date ?? "", lastDate: dates.at(-1)?.date ?? "" };
}

/** The calendars of which sessions are wanted; what is left out is not asked for. */
interface Occupying {
  readonly providerIds: readonly string[];
  readonly resourceIds: readonly string[];
  readonly clientId: string | undefined;
  /** Epoch milliseconds. */
  readonly after: number;
  readonly before: number;
  readonly ignoreSessionId: string | undefined;
}

// Each branch repeats the bound on the end, so that SQLite answers each from its own index.
const occupyingSessions = preparedQuery(
  (db, { providerIds, resourceIds, clientId, after, before, ignoreSessionId }: Occupying) =>
    db
      .selectFrom("sessions")
      .where(({ eb, and, or }) =>
        or([
          ...(providerIds.length > 0
            ? [and([eb("providerId", "in", providerIds), eb("occupiedUntil", ">", after)])]
            : []),
          ...(clientId === undefined ? [] : [and([eb("clientId", "=", clientId), eb("occupiedUntil", ">", after)])]),
          ...(resourceIds.length > 0
            ? [and([eb("resourceId", "in", resourceIds), eb("occupiedUntil", ">", after)])]
            : []),
        ]),
      )
      .where("startsAt", "<", before)
      .where("state", "not in", RELEASED_STATES)
      .$if(ignoreSessionId !== undefined, (select) => select.where("id", "!=", ignoreSessionId as string))
      .select(OCCUPYING_COLUMNS),
  "providerIds",
  "resourceIds",
);

async function loadSessions(
  tx: Tx,
  query: CalendarQuery,
  resources: ReadonlyMap<string, StoredResource>,
): Promise<OccupyingSession[]> {
  const { providerIds, resourceIds, clientId, span, ignoreSessionId } = query;
  if (providerIds.length + resourceIds.length === 0 && clientId === null) return [];
  const buffer = Math.max(0, ...[...resources.values()].map((resource) => resource.buffer));
  return occupyingSessions.all(tx, {
    providerIds,
    resourceIds,
    clientId: clientId ?? undefined,
    after: span.start - buffer,
    before: span.end + buffer,
    ignoreSessionId,
  });
}

import type { Tx } from "../storage/open-database.ts";
import { type CalendarException, withExceptions } from "./calendar-exceptions.ts";
import {
  type Hours,
  type HoursRow,
  hoursOfProviders,
  hoursOfResources,
  occupyingSessions,
} from "./calendar-queries.ts";
import type { Calendars, ProviderCalendar, ResourceCalendar } from "./calendars.ts";
import type { Interval } from "./intervals.ts";
import { datesAround } from "./local-time.ts";
import { type CalendarKind, type Occupation, type OccupyingSession, occupationIn } from "./occupation.ts";
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

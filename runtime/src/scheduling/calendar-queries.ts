import { sql } from "kysely";
import { preparedQuery } from "../storage/prepared-query.ts";
import { OCCUPYING_COLUMNS, RELEASED_STATES } from "./occupation.ts";

/** A block's or an exception's columns beside its calendar's; a calendar without a block has one row of nulls. */
export interface HoursRow {
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
export interface Hours {
  readonly organizationId: string;
  readonly ids: readonly string[];
  readonly firstDate: string;
  readonly lastDate: string;
}

/** The hours of providers: a row for each weekly block, and for each exception in the span. */
export const hoursOfProviders = preparedQuery((db, { organizationId, ids, firstDate, lastDate }: Hours) => {
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

/** The same of resources. */
export const hoursOfResources = preparedQuery((db, { organizationId, ids, firstDate, lastDate }: Hours) => {
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

/**
 * Sessions that take time of some of these calendars. Each branch repeats the bound on the end, so that SQLite answers each
 * from its own index.
 */
export const occupyingSessions = preparedQuery(
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

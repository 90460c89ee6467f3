import { Temporal } from "@js-temporal/polyfill";
import { newId } from "../ids.ts";
import type { Work } from "../lifecycle/author.ts";
import { type LostPlaces, settleLostPlaces } from "../lifecycle/resource-lost.ts";
import { lockRows } from "../storage/lock-rows.ts";
import type { CalendarExceptionRow } from "../storage/rows.ts";

/** Days on which a calendar is to differ from its week. */
export interface NewCalendarException {
  readonly organizationId: string;
  readonly calendar: CalendarExceptionRow["calendar"];
  /** Id of the provider or the resource; of the organization for all of its calendars. */
  readonly subjectId: string;
  /** `YYYY-MM-DD`; the last day default the first. */
  readonly dateFrom: string;
  readonly dateTo?: string | undefined;
  /** `HH:mm` both, or neither for whole days. */
  readonly startTime?: string | undefined;
  readonly endTime?: string | undefined;
  readonly isAvailable: boolean;
  readonly reason?: string | undefined;
}

const START = /^([01]\d|2[0-3]):[0-5]\d$/;
const END = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/**
 * Stores an exception of a calendar. Sessions that lose the place they had in a resource get another one, or seek a new
 * time (lifecycle 6.5); a provider's sessions stay, since who is to take over is not the calendar's to say.
 * @throws {Error} naming what is wrong
 */
export async function addCalendarException(
  work: Work,
  wanted: NewCalendarException,
): Promise<CalendarExceptionRow & { lost: LostPlaces }> {
  const {
    organizationId,
    calendar,
    subjectId,
    dateFrom,
    dateTo = dateFrom,
    startTime = null,
    endTime = null,
    isAvailable,
  } = wanted;
  judge({ calendar, dateFrom, dateTo, startTime, endTime, isAvailable });
  await lockRows(work.tx, organizationId, [subjectId]);
  await requireCalendar(work, wanted);
  const row: CalendarExceptionRow = {
    id: newId("cex", work.clock),
    organizationId,
    calendar,
    subjectId,
    dateFrom,
    dateTo,
    startTime,
    endTime,
    isAvailable,
    reason: wanted.reason ?? null,
    createdAt: work.clock.now(),
  };
  await work.tx.db.insertInto("calendar_exceptions").values(row).execute();
  const resources = isAvailable || calendar === "provider" ? [] : await resourcesOf(work, wanted);
  const lost = { replaced: [] as LostPlaces["replaced"][number][], unplaced: [] as LostPlaces["unplaced"][number][] };
  for (const id of resources) {
    const { replaced, unplaced } = await settleLostPlaces(work, { id, organizationId });
    lost.replaced.push(...replaced);
    lost.unplaced.push(...unplaced);
  }
  return { ...row, lost };
}

/** @throws {Error} when the organization has no such exception */
export async function removeCalendarException({ tx }: Work, organizationId: string, id: string): Promise<void> {
  const { numDeletedRows } = await tx.db
    .deleteFrom("calendar_exceptions")
    .where("id", "=", id)
    .where("organizationId", "=", organizationId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Error(`There is no exception ${id}. See calendar list.`);
}

/** Exceptions of an organization that have not passed before a day, by their first. */
export async function listCalendarExceptions(
  { tx }: Work,
  {
    organizationId,
    from,
    subjectId,
  }: { organizationId: string; from?: string | undefined; subjectId?: string | undefined },
): Promise<CalendarExceptionRow[]> {
  return tx.db
    .selectFrom("calendar_exceptions")
    .selectAll()
    .where("organizationId", "=", organizationId)
    .$if(from !== undefined, (query) => query.where("dateTo", ">=", from ?? ""))
    .$if(subjectId !== undefined, (query) => query.where("subjectId", "=", subjectId ?? ""))
    .orderBy("dateFrom")
    .orderBy("id")
    .execute();
}

type Judged = Pick<CalendarExceptionRow, "calendar" | "dateFrom" | "dateTo" | "startTime" | "endTime" | "isAvailable">;

function judge({ calendar, dateFrom, dateTo, startTime, endTime, isAvailable }: Judged): void {
  for (const date of [dateFrom, dateTo]) {
    if (!isDate(date)) throw new Error(`"${date}" is no date, such as 2026-09-18.`);
  }
  if (dateTo < dateFrom) throw new Error(`The last day, ${dateTo}, lies before the first, ${dateFrom}.`);
  if ((startTime === null) !== (endTime === null)) throw new Error("Give both times, or neither for whole days.");
  if (startTime !== null && endTime !== null) {
    if (!START.test(startTime) || !END.test(endTime)) throw new Error("Times are written HH:mm; the end may be 24:00.");
    if (startTime >= endTime) throw new Error("An exception ends after it starts. Over midnight it is two.");
  }
  if (calendar === "organization" && isAvailable) {
    throw new Error("An organization closes all of its calendars; what opens, each calendar says itself.");
  }
}

function isDate(text: string): boolean {
  try {
    return (
      /^\d{4}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text, { overflow: "reject" }).toString() === text
    );
  } catch {
    return false;
  }
}

async function requireCalendar(
  { tx }: Work,
  { organizationId, calendar, subjectId }: NewCalendarException,
): Promise<void> {
  if (calendar === "organization") {
    if (subjectId !== organizationId) throw new Error("An organization closes its own calendars.");
    return;
  }
  const table = calendar === "provider" ? "providers" : "resources";
  const own = await tx.db
    .selectFrom(table)
    .select("id")
    .where("id", "=", subjectId)
    .where("organizationId", "=", organizationId)
    .executeTakeFirst();
  if (!own) throw new Error(`The organization has no ${calendar} ${subjectId}.`);
}

async function resourcesOf(
  { tx }: Work,
  { organizationId, calendar, subjectId }: NewCalendarException,
): Promise<string[]> {
  if (calendar === "resource") return [subjectId];
  const rows = await tx.db
    .selectFrom("resources")
    .select("id")
    .where("organizationId", "=", organizationId)
    .where("isActive", "=", true)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

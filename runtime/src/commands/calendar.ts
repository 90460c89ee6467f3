import type { Command } from "commander";
import {
  addCalendarException,
  listCalendarExceptions,
  removeCalendarException,
} from "../scheduling/change-calendar.ts";
import type { CalendarExceptionRow } from "../storage/rows.ts";
import { type OrganizationOptions, ofOrganization, withOrganization } from "./of-organization.ts";

interface Target {
  readonly provider?: string;
  readonly resource?: string;
}

interface AddOptions extends OrganizationOptions, Target {
  readonly from: string;
  readonly to?: string;
  readonly start?: string;
  readonly end?: string;
  readonly open?: boolean;
  readonly reason?: string;
}

/** `servicialo-node calendar`: days that are not as in other weeks, which no operation of the protocol writes. */
export function addCalendar(program: Command): void {
  const calendar = program.command("calendar").description("holidays, absences and extra hours");
  withOrganization(calendar.command("add"))
    .description("close, or with --open open, some days; without --provider or --resource all of the house is closed")
    .requiredOption("--from <date>", "first day, such as 2026-09-18")
    .option("--to <date>", "last day; default the first")
    .option("--start <time>", "HH:mm on each of the days; without times whole days")
    .option("--end <time>", "HH:mm, up to 24:00")
    .option("--provider <id>", "this provider's calendar")
    .option("--resource <id>", "this resource's calendar; sessions that lose their place seek another one")
    .option("--open", "hours besides the week; they hold against a holiday of the house, too")
    .option("--reason <text>", "why")
    .action(add);
  withOrganization(calendar.command("list"))
    .description("list them by their first day")
    .option("--from <date>", "leave out those that have passed before this day")
    .option("--provider <id>", "of this provider only")
    .option("--resource <id>", "of this resource only")
    .action(list);
  withOrganization(calendar.command("remove <id>")).description("take one back").action(remove);
}

async function add(options: AddOptions): Promise<void> {
  await ofOrganization(options, async (work, { id }) => {
    const added = await addCalendarException(work, {
      organizationId: id,
      ...targetOf(options, id),
      dateFrom: options.from,
      dateTo: options.to,
      startTime: options.start,
      endTime: options.end,
      isAvailable: options.open ?? false,
      reason: options.reason,
    });
    console.log(lineOf(added));
    for (const session of added.lost.replaced) console.log(`${session.id}  now with ${session.resourceId}`);
    for (const session of added.lost.unplaced)
      console.log(`${session.id}  ${session.state}: no other resource was free`);
  });
}

async function list(options: OrganizationOptions & Target & { from?: string }): Promise<void> {
  await ofOrganization(options, async (work, { id }) => {
    const subjectId = options.provider ?? options.resource;
    const rows = await listCalendarExceptions(work, { organizationId: id, from: options.from, subjectId });
    for (const row of rows) console.log(lineOf(row));
  });
}

async function remove(exceptionId: string, options: OrganizationOptions): Promise<void> {
  await ofOrganization(options, async (work, { id }) => {
    await removeCalendarException(work, id, exceptionId);
    console.log(`${exceptionId} is gone; the week holds again.`);
  });
}

function targetOf(
  { provider, resource }: Target,
  organizationId: string,
): Pick<CalendarExceptionRow, "calendar" | "subjectId"> {
  if (provider !== undefined && resource !== undefined) throw new Error("Give --provider or --resource, not both.");
  if (provider !== undefined) return { calendar: "provider", subjectId: provider };
  if (resource !== undefined) return { calendar: "resource", subjectId: resource };
  return { calendar: "organization", subjectId: organizationId };
}

function lineOf(row: CalendarExceptionRow): string {
  const days = row.dateFrom === row.dateTo ? row.dateFrom : `${row.dateFrom} to ${row.dateTo}`;
  const times = row.startTime === null ? "whole days" : `${row.startTime}-${row.endTime}`;
  return [row.id, row.isAvailable ? "open" : "closed", row.calendar, row.subjectId, days, times, row.reason ?? ""]
    .join("  ")
    .trimEnd();
}

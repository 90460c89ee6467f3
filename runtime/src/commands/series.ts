import { type Command, Option } from "commander";
import { ProtocolError } from "../errors.ts";
import { type BookedSeries, bookSeries } from "../scheduling/book-series.ts";
import { inZone } from "../scheduling/local-time.ts";
import { type OrganizationOptions, ofOrganization, wholeNumber, withOrganization } from "./of-organization.ts";

interface SeriesOptions extends OrganizationOptions {
  readonly offer: string;
  readonly provider: string;
  readonly client: string;
  readonly resource?: string;
  readonly start: string;
  readonly rule?: string;
  readonly times?: string;
  readonly everyWeeks?: string;
  readonly onConflict: "reject_all" | "skip";
}

/** `servicialo-node series`: recurring bookings, for which the protocol has no operation (lifecycle 9.5). */
export function addSeries(program: Command): void {
  const series = program.command("series").description("recurring bookings");
  withOrganization(series.command("create"))
    .description("book 2 to 52 sessions at the same local time; each is a session of its own")
    .requiredOption("--offer <id>", "what is booked")
    .requiredOption("--provider <id>", "who delivers it; the start repeats in this provider's zone")
    .requiredOption("--client <id>", "who receives it")
    .requiredOption("--start <local time>", "first start, such as 2026-03-16T10:00")
    .option("--resource <id>", "with what, when the offer needs it")
    .option("--times <number>", "how many sessions, 2 to 52")
    .option("--every-weeks <number>", "weeks from one to the next; default 1")
    .option("--rule <RRULE>", "instead of both: an RFC 5545 rule, such as FREQ=WEEKLY;BYDAY=MO,WE;COUNT=12")
    .addOption(
      new Option("--on-conflict <what>", "when some are not free: book none, or those that are")
        .choices(["reject_all", "skip"])
        .default("reject_all"),
    )
    .action(create);
}

async function create(options: SeriesOptions): Promise<void> {
  const rule = ruleOf(options);
  try {
    const booked = await ofOrganization(options, (work, { id }) =>
      bookSeries(work, {
        organizationId: id,
        offerId: options.offer,
        providerId: options.provider,
        clientId: options.client,
        resourceId: options.resource ?? null,
        localStart: options.start,
        rule,
        onConflict: options.onConflict,
        author: { by: id, method: "manual" },
      }),
    );
    print(booked);
  } catch (error) {
    throw error instanceof ProtocolError ? new Error(told(error)) : error;
  }
}

function ruleOf({ rule, times, everyWeeks }: SeriesOptions): string {
  if (rule !== undefined && times === undefined && everyWeeks === undefined) return rule;
  if (rule !== undefined || times === undefined) throw new Error("Give either --rule, or --times and --every-weeks.");
  const interval = everyWeeks === undefined ? 1 : wholeNumber("--every-weeks", everyWeeks, 1);
  return `FREQ=WEEKLY;INTERVAL=${interval};COUNT=${wholeNumber("--times", times, 1)}`;
}

function print({ seriesId, zone, booked, skipped }: BookedSeries): void {
  for (const { id, startsAt, state } of booked) console.log([id, inZone(startsAt, zone), state].join("  "));
  for (const { startsAt, code, detail } of skipped)
    console.log(["skipped", inZone(startsAt, zone), code, detail].join("  "));
  console.log(`${seriesId}: ${booked.length} booked, ${skipped.length} skipped.`);
}

/** Each occurrence in the way on a line of its own. */
function told({ message, details }: ProtocolError): string {
  const conflicts = (details.meta?.["conflicts"] ?? []) as { local_start: string; code: string; detail: string }[];
  return [message, ...conflicts.map((one) => `  ${one.local_start}  ${one.code}  ${one.detail}`)].join("\n");
}

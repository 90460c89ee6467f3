import { type Command, Option } from "commander";
import { isoInstant } from "../clock.ts";
import { assignmentPolicies } from "../rules/assignment.ts";
import type { BookingRules } from "../storage/json-shapes.ts";
import { type OrganizationOptions, ofOrganization, wholeNumber, withOrganization } from "./of-organization.ts";

type Switch = "on" | "off";

interface SetOptions extends OrganizationOptions {
  readonly publicLane?: Switch;
  readonly hideProviders?: Switch;
  readonly prepayment?: Switch;
  readonly autoAssignment?: NonNullable<BookingRules["auto_assignment"]>;
  readonly minAdvanceMinutes?: string;
  readonly maxAdvanceDays?: string;
  readonly confirmationMinutes?: string;
  readonly tokenDays?: string;
}

/** `servicialo-node booking`: how an organization takes bookings, and what its public lane decided. */
export function addBooking(program: Command): void {
  const booking = program.command("booking").description("how an organization takes bookings");
  const onOff = (flags: string, description: string) => new Option(flags, description).choices(["on", "off"]);
  withOrganization(booking.command("set"))
    .description("change its rules, and show them; what is not given stays")
    .addOption(onOff("--public-lane <on|off>", "bookings without a credential"))
    .addOption(onOff("--hide-providers <on|off>", "say nothing of the providers in public but their ids"))
    .addOption(onOff("--prepayment <on|off>", "every offer is paid before it is booked"))
    .addOption(
      new Option("--auto-assignment <policy>", "who delivers when nobody is named").choices([...assignmentPolicies]),
    )
    .option("--min-advance-minutes <number>", "shortest time from a public booking to its start")
    .option("--max-advance-days <number>", "furthest start of a public booking")
    .option("--confirmation-minutes <number>", "life of a confirmation token")
    .option("--token-days <number>", "life of a booking token")
    .action(set);
  withOrganization(booking.command("decisions"))
    .description("what the public lane decided, the newest first; addresses are digests")
    .option("-n, --number <number>", "how many", "50")
    .action(decisions);
}

async function set(options: SetOptions): Promise<void> {
  const isOn = (value: Switch | undefined) => (value === undefined ? undefined : value === "on");
  const number = (option: string, text: string | undefined, least: number) =>
    text === undefined ? undefined : wholeNumber(option, text, least);
  const changes = {
    public_lane: isOn(options.publicLane),
    hide_providers: isOn(options.hideProviders),
    requires_prepayment: isOn(options.prepayment),
    auto_assignment: options.autoAssignment,
    min_advance_minutes: number("--min-advance-minutes", options.minAdvanceMinutes, 0),
    max_advance_days: number("--max-advance-days", options.maxAdvanceDays, 1),
    confirmation_ttl_minutes: number("--confirmation-minutes", options.confirmationMinutes, 1),
    booking_token_ttl_days: number("--token-days", options.tokenDays, 1),
  };
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  await ofOrganization(options, async ({ tx }, { id, booking }) => {
    const rules: BookingRules = { ...(booking as BookingRules), ...given };
    await tx.db.updateTable("organizations").set({ booking: rules }).where("id", "=", id).execute();
    for (const [name, value] of Object.entries(rules)) console.log(`${name}: ${value}`);
  });
}

async function decisions(options: OrganizationOptions & { number: string }): Promise<void> {
  await ofOrganization(options, async ({ tx }, { id }) => {
    const rows = await tx.db
      .selectFrom("public_decisions")
      .selectAll()
      .where("organizationId", "=", id)
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(wholeNumber("--number", options.number, 1))
      .execute();
    for (const { at, operation, outcome, sessionId, addressHash } of rows) {
      console.log([isoInstant(at), operation, outcome, sessionId ?? "-", addressHash?.slice(0, 12) ?? "-"].join("  "));
    }
  });
}

import type { Command } from "commander";
import { systemClock } from "../clock.ts";
import type { Work } from "../lifecycle/author.ts";
import { organizationByReference } from "../storage/parties.ts";
import type { OrganizationRow } from "../storage/rows.ts";
import { confine } from "../storage/tenancy.ts";
import { withDatabase } from "./database-option.ts";
import { withStorage } from "./with-storage.ts";

/** What every command about one organization is told. */
export interface OrganizationOptions {
  readonly database: string;
  readonly organization: string;
}

/** Adds `--database` and `--organization`. */
export function withOrganization(command: Command): Command {
  return withDatabase(command).requiredOption("-o, --organization <slug>", "organization's slug or id");
}

/**
 * Works on one organization in a transaction that reaches nobody else's rows.
 * @throws {Error} when the database has no such organization
 */
export async function ofOrganization<Result>(
  { database: location, organization: reference }: OrganizationOptions,
  act: (work: Work, organization: OrganizationRow) => Promise<Result>,
): Promise<Result> {
  return withStorage(location, (database) =>
    database.transaction(async (tx) => {
      const organization = await organizationByReference(tx, reference);
      if (!organization) throw new Error(`There is no organization ${reference} in this database.`);
      return act({ tx: confine(tx, organization.id), clock: systemClock }, organization);
    }),
  );
}

/** @throws {Error} when it is no whole number of at least `least` */
export function wholeNumber(option: string, text: string, least: number): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isInteger(value) && value >= least) return value;
  throw new Error(`${option} is "${text}"; give a whole number of at least ${least}.`);
}

import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { parse } from "yaml";
import { systemClock } from "../clock.ts";
import { setContract } from "../contracts/set-contract.ts";
import { currentContract } from "../operations/offers/offer-document.ts";
import type { GivenTerms } from "../rules/default-contract.ts";
import type { Tx } from "../storage/open-database.ts";
import type { OfferRow } from "../storage/rows.ts";
import { withDatabase } from "./database-option.ts";
import { withStorage } from "./with-storage.ts";

/** `servicialo-node contract`: the terms of an offer, which the protocol shows and has no operation to set. */
export function addContract(program: Command): void {
  const contract = program.command("contract").description("the terms that bookings of an offer are bound by");
  withDatabase(contract.command("show <offer>")).description("print the terms in force as JSON").action(show);
  withDatabase(contract.command("set <offer> <file>"))
    .description("make a new version from a YAML or JSON file; what it leaves out takes the protocol's default")
    .action(set);
}

async function show(offerId: string, options: { database: string }): Promise<void> {
  await withStorage(options.database, (database) =>
    database.read(async (tx) => {
      const offer = await knownOffer(tx, offerId);
      const { version, terms } = await currentContract(tx, offer.id);
      console.log(JSON.stringify({ version, ...(terms as object) }, null, 2));
    }),
  );
}

async function set(offerId: string, file: string, options: { database: string }): Promise<void> {
  const given: unknown = parse(await readFile(file, "utf8"));
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new Error(`${file} holds no terms: give an object, such as { verification_deadline_hours: 48 }.`);
  }
  const made = await withStorage(options.database, (database) =>
    database.transaction(async (tx) => {
      const offer = await knownOffer(tx, offerId, true);
      return setContract({ tx, clock: systemClock }, offer, given as GivenTerms);
    }),
  );
  console.log(
    made.isNew ? `Version ${made.version} holds from now on.` : `Version ${made.version} says the same already.`,
  );
  for (const warning of made.warnings) console.error(`Warning: ${warning}`);
}

async function knownOffer(tx: Tx, id: string, isChanged = false): Promise<OfferRow> {
  const offer = await tx.db
    .selectFrom("offers")
    .selectAll()
    .where("id", "=", id)
    .$if(isChanged && tx.dialect === "postgres", (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  if (!offer) throw new Error(`There is no offer ${id}.`);
  return offer;
}

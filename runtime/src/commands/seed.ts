import { readFile, writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { parse } from "yaml";
import { systemClock } from "../clock.ts";
import { plantSeed } from "../seed/plant-seed.ts";
import { parseSeedDocument } from "../seed/seed-document.ts";
import { openDatabase } from "../storage/open-database.ts";
import { withDatabase } from "./database-option.ts";

interface SeedOptions {
  database: string;
  keys: string;
}

/** `servicialo-node seed`: fills an empty node from a document. */
export function addSeed(program: Command): void {
  withDatabase(program.command("seed <document>"))
    .description("store the organizations that a YAML or JSON document describes, and make its keys")
    .requiredOption("-k, --keys <file>", "where to write the keys; they are shown nowhere else")
    .action(seed);
}

async function seed(path: string, options: SeedOptions): Promise<void> {
  const document = parseSeedDocument(parse(await readFile(path, "utf8")));
  const database = await openDatabase({ location: options.database });
  try {
    await database.transaction(async (tx) => {
      const keys = await plantSeed(tx, systemClock, document);
      // Written before the commit: a file that cannot be written leaves no rows whose keys nobody knows.
      await writeFile(options.keys, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
    });
  } finally {
    await database.close();
  }
  const names = document.organizations.map((organization) => organization.slug).join(", ");
  console.log(`Seeded ${names}; ${Object.keys(document.keys).length} keys are in ${options.keys}.`);
}

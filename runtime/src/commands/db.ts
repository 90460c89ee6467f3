import type { Command } from "commander";
import { copyDatabase } from "../storage/copy-database.ts";
import { withoutPassword } from "../storage/database-location.ts";

/** `servicialo-node db`: the database as a whole. */
export function addDatabase(program: Command): void {
  program
    .command("db")
    .description("work with the database as a whole")
    .command("copy <from> <to>")
    .description(
      "copy everything as it is at this moment into an empty database, also from a file to PostgreSQL or back",
    )
    .action(copy);
}

async function copy(from: string, to: string): Promise<void> {
  const copied = Object.entries(await copyDatabase(from, to));
  for (const [table, count] of copied) if (count > 0) console.log(`${String(count).padStart(9)}  ${table}`);
  const total = copied.reduce((sum, [, count]) => sum + count, 0);
  console.log(
    `${total} rows are in ${withoutPassword(to)}. The evidence key is not among them: keep it with the copy.`,
  );
}

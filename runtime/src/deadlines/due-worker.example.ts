import { readConfig } from "../config.ts";
import { openVault } from "../evidence/vault.ts";
import { openDatabase } from "../storage/open-database.ts";
import { runDueDeadlines } from "./run-due-deadlines.ts";

// A process of its own for the tests of the deadlines: `node due-worker.example.ts <location> <now>` does what is due
// until nothing is, and prints the subjects it did it for.
const [location = "", now = "0"] = process.argv.slice(2);
const database = await openDatabase({ location });
const services = {
  database,
  clock: { now: () => Number(now) },
  vault: openVault(":memory:", {}),
  config: readConfig({}, { database: location }),
};
const done: string[] = [];
for (;;) {
  const fired = await runDueDeadlines(services);
  if (fired.length === 0) break;
  done.push(...fired.map(({ subjectId }) => subjectId));
}
process.stdout.write(JSON.stringify(done));
await database.close();

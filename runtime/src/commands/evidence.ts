import type { Command } from "commander";
import { isoInstant } from "../clock.ts";
import { resealAll } from "../evidence/reseal.ts";
import { keyFileOf, newKey, openVault, readKeyFile, replaceKeyFile } from "../evidence/vault.ts";
import { withDatabase } from "./database-option.ts";
import { withStorage } from "./with-storage.ts";

/** `servicialo-node evidence`: who was shown the restricted evidence of a session (SVC-SENS-004), and the key that seals it. */
export function addEvidence(program: Command): void {
  const evidence = program.command("evidence").description("restricted evidence");
  withDatabase(evidence.command("accesses <session>"))
    .description("print who read restricted evidence, what, when and from where")
    .action(accesses);
  withDatabase(evidence.command("rotate-key"))
    .description("seal everything with a new key; the former one stays known until forget-key")
    .action(rotateKey);
  withDatabase(evidence.command("forget-key"))
    .description("drop former keys, once every node of this database has been started anew")
    .action(forgetKey);
}

/** A new key for a file; where the environment has the keys, the one that it puts first. */
async function rotateKey({ database: location }: { database: string }): Promise<void> {
  const given = keysOfEnvironment();
  if (given && given.length < 2) {
    throw new Error(
      "Put a new key before the present one in SERVICIALO_EVIDENCE_KEY, with a comma between them, on every node; then run this again.",
    );
  }
  const file = given ? null : keyFileOf(location);
  openVault(location, process.env);
  // The new key is known to all before anything is sealed with it.
  if (file !== null) replaceKeyFile(file, [newKey(), ...readKeyFile(file)]);
  const vault = openVault(location, process.env);
  const count = await withStorage(location, (database) => database.transaction((tx) => resealAll(tx, vault)));
  console.log(`${count} items are sealed with the new key.`);
  console.log("Start the nodes of this database anew, then run evidence forget-key.");
}

async function forgetKey({ database: location }: { database: string }): Promise<void> {
  const vault = openVault(location, process.env);
  const count = await withStorage(location, (database) => database.transaction((tx) => resealAll(tx, vault)));
  if (count > 0) console.log(`${count} items that were sealed since are sealed with the new key, too.`);
  const given = keysOfEnvironment();
  if (given) {
    console.log("Nothing needs the former keys any more: take them out of SERVICIALO_EVIDENCE_KEY.");
    return;
  }
  const file = keyFileOf(location);
  const keys = readKeyFile(file);
  replaceKeyFile(file, keys.slice(0, 1));
  console.log(`${keys.length - 1} former keys are forgotten.`);
}

function keysOfEnvironment(): string[] | null {
  const given = process.env["SERVICIALO_EVIDENCE_KEY"];
  return given === undefined || given === "" ? null : given.split(",");
}

async function accesses(sessionId: string, options: { database: string }): Promise<void> {
  await withStorage(options.database, (database) =>
    database.read(async ({ db }) => {
      const known = await db.selectFrom("sessions").select("id").where("id", "=", sessionId).executeTakeFirst();
      if (!known) throw new Error(`There is no session ${sessionId}.`);
      const rows = await db
        .selectFrom("evidence_accesses")
        .selectAll()
        .where("sessionId", "=", sessionId)
        .orderBy("at")
        .orderBy("id")
        .execute();
      for (const row of rows) {
        const who = `${row.subjectType} ${row.subjectId} (${row.credentialId})`;
        const where = `${row.address ?? "locally"} in ${row.requestId}`;
        console.log(`${isoInstant(row.at)}  ${row.evidenceId}  ${who}  ${row.operation}  from ${where}`);
      }
      if (rows.length === 0) console.log("Nobody was shown restricted evidence of this session.");
    }),
  );
}

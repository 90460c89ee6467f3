import type { Command } from "commander";
import { isoInstant } from "../clock.ts";
import { withDatabase } from "./database-option.ts";
import { withStorage } from "./with-storage.ts";

/** `servicialo-node evidence`: who was shown the restricted evidence of a session (SVC-SENS-004). */
export function addEvidence(program: Command): void {
  const evidence = program.command("evidence").description("restricted evidence");
  withDatabase(evidence.command("accesses <session>"))
    .description("print who read restricted evidence, what, when and from where")
    .action(accesses);
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

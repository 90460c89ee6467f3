import { lockRows } from "./lock-rows.ts";
import { openDatabase } from "./open-database.ts";

// A process of its own for the tests of the storage: `node counting-writer.example.ts <location> <rounds>` adds 1 to the
// priority of every provider so many times, each time reading it first and writing what it computed.
const [location = "", rounds = "0"] = process.argv.slice(2);
const database = await openDatabase({ location });
for (let round = 0; round < Number(rounds); round++) {
  await database.transaction(async (tx) => {
    const owned = await tx.db.selectFrom("providers").select(["id", "organizationId"]).execute();
    for (const { id, organizationId } of owned) {
      await lockRows(tx, organizationId, [id]);
      const { priority } = await tx.db
        .selectFrom("providers")
        .select("priority")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      await tx.db
        .updateTable("providers")
        .set({ priority: priority + 1 })
        .where("id", "=", id)
        .execute();
    }
  });
}
await database.close();

import { openDatabase } from "./open-database.ts";

// A process of its own for the tests of the storage: `node counting-writer.example.ts <file> <rounds>` adds 1 to the
// priority of every provider so many times, each time reading it first and writing what it computed.
const [file = "", rounds = "0"] = process.argv.slice(2);
const database = await openDatabase({ file });
for (let round = 0; round < Number(rounds); round++) {
  await database.transaction(async (tx) => {
    const rows = await tx.db.selectFrom("providers").select(["id", "priority"]).execute();
    for (const { id, priority } of rows) {
      await tx.db
        .updateTable("providers")
        .set({ priority: priority + 1 })
        .where("id", "=", id)
        .execute();
    }
  });
}
await database.close();

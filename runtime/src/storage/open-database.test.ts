import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newTestDatabase, type TestDatabase, testDialect } from "../testing/test-database.ts";
import { lockRows } from "./lock-rows.ts";
import { migrateDown } from "./migrate.ts";
import { type Database, openDatabase, type Tx } from "./open-database.ts";
import { increment, organization, plant, priority, provider, setPriority } from "./stored-rows.example.ts";

const writer = fileURLToPath(new URL("./counting-writer.example.ts", import.meta.url));

let stored: TestDatabase;
const opened: Database[] = [];

beforeEach(async () => {
  stored = await newTestDatabase();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
  await stored.drop();
});

async function open(options: Partial<Parameters<typeof openDatabase>[0]> = {}): Promise<Database> {
  const database = await openDatabase({ location: stored.location, ...options });
  opened.push(database);
  return database;
}

/** Counts up under the lock that makes others wait. */
async function countUp(tx: Tx): Promise<void> {
  await lockRows(tx, "org_1", ["prv_1"]);
  await increment(tx);
}

/** A promise to be settled from outside. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}

describe("a transaction", () => {
  it("leaves all of its effects or, when it throws, none", async () => {
    const database = await open();
    await database.transaction(plant);
    const failing = database.transaction(async (tx) => {
      await setPriority(tx, 99);
      throw new Error("halfway");
    });
    await expect(failing).rejects.toThrow("halfway");
    await expect(database.read(priority)).resolves.toBe(0);
  });

  it("inside another one is refused instead of waiting for itself", async () => {
    const database = await open();
    const nested = database.transaction(() => database.transaction(async () => undefined));
    await expect(nested).rejects.toThrow("inside another one");
  });

  it("loses no update to another of the same node", async () => {
    const database = await open();
    await database.transaction(plant);
    await Promise.all(Array.from({ length: 50 }, () => database.transaction(countUp)));
    await expect(database.read(priority)).resolves.toBe(50);
  });

  it("loses no update to other processes on the same database", async () => {
    const database = await open();
    await database.transaction(plant);
    const run = () => promisify(execFile)(process.execPath, [writer, stored.location, "40"]);
    const others = [run(), run(), run()];
    for (let round = 0; round < 40; round++) await database.transaction(countUp);
    await Promise.all(others);
    await expect(database.read(priority)).resolves.toBe(160);
  }, 60_000);
});

describe("a read", () => {
  it("goes on beside a writer and sees only what was committed", async () => {
    const database = await open();
    await database.transaction(plant);
    const written = gate();
    const seen = gate();
    const writing = database.transaction(async (tx) => {
      await setPriority(tx, 7);
      written.open();
      await seen.passed;
    });
    await written.passed;
    await expect(database.read(priority)).resolves.toBe(0);
    seen.open();
    await writing;
    await expect(database.read(priority)).resolves.toBe(7);
  });

  it("keeps one snapshot while others write", async () => {
    const database = await open();
    await database.transaction(plant);
    const begun = gate();
    const written = gate();
    const reading = database.read(async (tx) => {
      const before = await priority(tx);
      begun.open();
      await written.passed;
      return [before, await priority(tx)];
    });
    await begun.passed;
    await database.transaction(increment);
    written.open();
    await expect(reading).resolves.toEqual([0, 0]);
    await expect(database.read(priority)).resolves.toBe(1);
  });

  it("cannot write", async () => {
    const database = await open();
    await database.transaction(plant);
    await expect(database.read((tx) => setPriority(tx, 5))).rejects.toThrow(/read-?only/);
  });
});

describe("stored values", () => {
  it("come back as they went in: booleans, JSON, lists and instants", async () => {
    const database = await open();
    await database.transaction(plant);
    const [row, owned] = await database.read(async ({ db }) => [
      await db.selectFrom("organizations").selectAll().executeTakeFirstOrThrow(),
      await db.selectFrom("providers").selectAll().executeTakeFirstOrThrow(),
    ]);
    expect(row).toEqual(organization);
    expect(owned).toEqual(provider);
    const found = await database.read((tx) =>
      tx.db
        .selectFrom("organizations as o")
        .select(["o.discoverable", "o.booking"])
        .where("o.discoverable", "=", true)
        .execute(),
    );
    expect(found).toEqual([{ discoverable: true, booking: { min_advance_minutes: 30 } }]);
  });

  it("are counted and summed up to numbers", async () => {
    const database = await open();
    await database.transaction(plant);
    const sums = await database.read(({ db }) =>
      db
        .selectFrom("organizations")
        .select(({ fn }) => [fn.countAll().as("count"), fn.sum("createdAt").as("sum"), fn.max("createdAt").as("max")])
        .executeTakeFirstOrThrow(),
    );
    expect(sums).toEqual({ count: 1, sum: 1_800_000_000_000, max: 1_800_000_000_000 });
  });

  it("refuse a row whose owner does not exist", async () => {
    const database = await open();
    const orphan = database.transaction((tx) => tx.db.insertInto("providers").values(provider).execute());
    await expect(orphan).rejects.toThrow(/foreign key/i);
  });

  it("may be text of any length", async () => {
    const database = await open();
    await database.transaction(plant);
    const long = "á".repeat(5000);
    await database.transaction((tx) => tx.db.updateTable("providers").set({ name: long }).execute());
    const row = await database.read((tx) => tx.db.selectFrom("providers").select("name").executeTakeFirst());
    expect(row?.name).toBe(long);
  });
});

describe("opening", () => {
  it("refuses a schema that is not current when it may not migrate", async () => {
    if (testDialect === "postgres") await migrateDown(stored.location, true);
    await expect(openDatabase({ location: stored.location, migrate: false })).rejects.toThrow("migrate");
    await open();
    await expect(open({ migrate: false })).resolves.toBeDefined();
  });

  it("works for several processes that open a new database together", async () => {
    const blank = await newTestDatabase({ blank: true });
    const run = () => promisify(execFile)(process.execPath, [writer, blank.location, "0"]);
    await expect(Promise.all([run(), run(), run()])).resolves.toHaveLength(3);
    const database = await openDatabase({ location: blank.location, migrate: false });
    await database.transaction(plant);
    await expect(database.read(priority)).resolves.toBe(0);
    await database.close();
    await blank.drop();
  }, 60_000);
});

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase, type Tx } from "./open-database.ts";
import type { NewRow } from "./rows.ts";

const writer = fileURLToPath(new URL("./counting-writer.example.ts", import.meta.url));
const BUSY = expect.objectContaining({ code: "SQLITE_BUSY" });

let folder: string;
let file: string;
const opened: Database[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "servicialo-storage-"));
  file = join(folder, "node.db");
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
  await rm(folder, { recursive: true, force: true });
});

async function open(options: Partial<Parameters<typeof openDatabase>[0]> = {}): Promise<Database> {
  const database = await openDatabase({ file, ...options });
  opened.push(database);
  return database;
}

const organization: NewRow<"organizations"> = {
  id: "org_1",
  slug: "org-1",
  name: "Clinic",
  description: null,
  vertical: "salud",
  country: "cl",
  location: null,
  timezone: "America/Santiago",
  currency: "CLP",
  contactEmail: null,
  website: null,
  discoverable: true,
  booking: { min_advance_minutes: 30 },
  createdAt: 1_800_000_000_000,
};
const provider: NewRow<"providers"> = {
  id: "prv_1",
  organizationId: "org_1",
  name: "Provider",
  email: null,
  specialties: ["knee"],
  credentials: [],
  profileId: null,
  timezone: null,
  priority: 0,
  lastAssignedAt: null,
  noShowCount: 0,
  active: true,
  createdAt: 0,
};

async function plant(tx: Tx): Promise<void> {
  await tx.db.insertInto("organizations").values(organization).execute();
  await tx.db.insertInto("providers").values(provider).execute();
}
const priority = async (tx: Tx): Promise<number> =>
  (await tx.db.selectFrom("providers").select("priority").executeTakeFirstOrThrow()).priority;
const setPriority = (tx: Tx, value: number) => tx.db.updateTable("providers").set({ priority: value }).execute();
const increment = async (tx: Tx) => setPriority(tx, (await priority(tx)) + 1);

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

  it("sees through the entity manager and through queries the same uncommitted rows", async () => {
    const database = await open();
    await database.transaction(async (tx) => {
      await plant(tx);
      const rows = await tx.em
        .getConnection()
        .execute("select priority from providers", [], "all", tx.em.getTransactionContext());
      expect(rows).toEqual([{ priority: 0 }]);
    });
  });

  it("inside another one is refused instead of waiting for itself", async () => {
    const database = await open();
    const nested = database.transaction(() => database.transaction(async () => undefined));
    await expect(nested).rejects.toThrow("inside another one");
  });

  it("loses no update to another of the same node", async () => {
    const database = await open();
    await database.transaction(plant);
    await Promise.all(Array.from({ length: 50 }, () => database.transaction(increment)));
    await expect(database.read(priority)).resolves.toBe(50);
  });

  it("takes the write lock when it begins, so that a second writer is refused at once and not halfway", async () => {
    const first = await open();
    const second = await open({ busyTimeout: 0 });
    await first.transaction(plant);
    const begun = gate();
    const judged = gate();
    const holding = first.transaction(async () => {
      begun.open();
      await judged.passed;
    });
    await begun.passed;
    let secondReached = false;
    const refused = second.transaction(async () => {
      secondReached = true;
    });
    await expect(refused).rejects.toEqual(BUSY);
    judged.open();
    await holding;
    expect(secondReached).toBe(false);
    await second.transaction(increment);
    await expect(first.read(priority)).resolves.toBe(1);
  });

  it("loses no update to other processes on the same file", async () => {
    const database = await open();
    await database.transaction(plant);
    const run = () => promisify(execFile)(process.execPath, [writer, file, "40"]);
    const others = [run(), run(), run()];
    for (let round = 0; round < 40; round++) await database.transaction(increment);
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
    await expect(database.read((tx) => setPriority(tx, 5))).rejects.toThrow("readonly");
  });
});

describe("stored values", () => {
  it("come back as they went in: booleans, JSON and instants", async () => {
    const database = await open();
    await database.transaction(plant);
    const stored = await database.read((tx) => tx.db.selectFrom("organizations").selectAll().executeTakeFirstOrThrow());
    expect(stored).toEqual(organization);
    const found = await database.read((tx) =>
      tx.db
        .selectFrom("organizations as o")
        .select(["o.discoverable", "o.booking"])
        .where("o.discoverable", "=", true)
        .execute(),
    );
    expect(found).toEqual([{ discoverable: true, booking: { min_advance_minutes: 30 } }]);
  });

  it("refuse a row whose owner does not exist", async () => {
    const database = await open();
    await expect(
      database.transaction((tx) => tx.db.insertInto("providers").values(provider).execute()),
    ).rejects.toThrow("FOREIGN KEY");
  });
});

describe("opening", () => {
  it("refuses a schema that is not current when it may not migrate", async () => {
    await expect(openDatabase({ file, migrate: false })).rejects.toThrow("migrate");
    await open();
    await expect(open({ migrate: false })).resolves.toBeDefined();
  });

  it("works for several processes that open a new file together", async () => {
    const run = () => promisify(execFile)(process.execPath, [writer, file, "0"]);
    await expect(Promise.all([run(), run(), run()])).resolves.toHaveLength(3);
    const database = await open({ migrate: false });
    await database.transaction(plant);
    await expect(database.read(priority)).resolves.toBe(0);
  }, 60_000);
});

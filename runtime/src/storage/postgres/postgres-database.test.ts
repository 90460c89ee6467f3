import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { onServer } from "../../testing/postgres-server.ts";
import { newTestDatabase, type TestDatabase, testDialect } from "../../testing/test-database.ts";
import { lockRows, tryToLock } from "../lock-rows.ts";
import { type Database, openDatabase, type Tx } from "../open-database.ts";
import { increment, plant, priority, provider, setPriority } from "../stored-rows.example.ts";

const UNAVAILABLE = expect.objectContaining({
  code: "UPSTREAM_UNAVAILABLE",
  details: expect.objectContaining({ meta: { retry_after: 1 } }),
});

describe.runIf(testDialect === "postgres")("a PostgreSQL database", () => {
  let stored: TestDatabase;
  let database: Database;

  beforeEach(async () => {
    stored = await newTestDatabase();
    database = await openDatabase({ location: stored.location });
    await database.transaction(plant);
    await database.transaction((tx) =>
      tx.db
        .insertInto("providers")
        .values({ ...provider, id: "prv_2" })
        .execute(),
    );
  });
  afterEach(async () => {
    await database.close();
    await stored.drop();
  });

  const lock = (tx: Tx, ...ids: string[]) => lockRows(tx, "org_1", ids);
  const addOne = (tx: Tx, id: string) =>
    tx.db
      .updateTable("providers")
      .set((row) => ({ priority: row("priority", "+", 1) }))
      .where("id", "=", id)
      .execute();

  it("lets writers of different rows work side by side", async () => {
    const first = Promise.withResolvers<void>();
    const second = Promise.withResolvers<void>();
    const one = database.transaction(async (tx) => {
      await lock(tx, "prv_1");
      first.resolve();
      await second.promise;
    });
    await first.promise;
    await database.transaction((tx) => lock(tx, "prv_2"));
    second.resolve();
    await one;
  });

  it("makes a writer of the same row wait, and then see what the first has left", async () => {
    const held = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const first = database.transaction(async (tx) => {
      await lock(tx, "prv_1");
      held.resolve();
      await goOn.promise;
      await tx.db.updateTable("providers").set({ priority: 41 }).where("id", "=", "prv_1").execute();
    });
    await held.promise;
    await expect(database.transaction((tx) => tryToLock(tx, "org_1", "prv_1"))).resolves.toBe(false);
    await expect(database.transaction((tx) => tryToLock(tx, "org_1", "prv_2"))).resolves.toBe(true);
    const second = database.transaction(async (tx) => {
      await lock(tx, "prv_1");
      const row = await tx.db
        .selectFrom("providers")
        .select("priority")
        .where("id", "=", "prv_1")
        .executeTakeFirstOrThrow();
      return row.priority;
    });
    goOn.resolve();
    await first;
    await expect(second).resolves.toBe(41);
  });

  it("locks nothing of another organization's", async () => {
    const held = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const foreign = database.transaction(async (tx) => {
      await lockRows(tx, "org_2", ["prv_1"]);
      held.resolve();
      await goOn.promise;
    });
    await held.promise;
    await expect(database.transaction((tx) => tryToLock(tx, "org_1", "prv_1"))).resolves.toBe(true);
    goOn.resolve();
    await foreign;
  });

  it("ends no crowd in a deadlock when everybody locks the same rows, in whatever order they are named", async () => {
    let runs = 0;
    const both = (n: number) =>
      database.transaction(async (tx) => {
        runs++;
        await lock(tx, ...(n % 2 ? ["prv_1", "prv_2"] : ["prv_2", "prv_1"]));
        await increment(tx);
      });
    await Promise.all(Array.from({ length: 40 }, (_, n) => both(n)));
    expect(runs).toBe(40);
    await expect(database.read(priority)).resolves.toBe(40);
  });

  it("runs the victim of a deadlock anew", async () => {
    let runs = 0;
    const firstHolds = Promise.withResolvers<void>();
    const secondHolds = Promise.withResolvers<void>();
    const crosswise = (mine: string, other: string, [held, awaited]: [() => void, Promise<void>]) =>
      database.transaction(async (tx) => {
        runs++;
        await addOne(tx, mine);
        held();
        await awaited;
        await addOne(tx, other);
      });
    await Promise.all([
      crosswise("prv_1", "prv_2", [firstHolds.resolve, secondHolds.promise]),
      crosswise("prv_2", "prv_1", [secondHolds.resolve, firstHolds.promise]),
    ]);
    expect(runs).toBe(3);
    const rows = await database.read((tx) => tx.db.selectFrom("providers").select("priority").execute());
    expect(rows).toEqual([{ priority: 2 }, { priority: 2 }]);
  });

  it("runs the loser of a race for a new row anew, so that it finds the row of the winner", async () => {
    const findOrMake = () =>
      database.transaction(async (tx) => {
        const found = await tx.db.selectFrom("providers").select("id").where("id", "=", "prv_new").executeTakeFirst();
        if (found) return "found";
        await tx.db
          .insertInto("providers")
          .values({ ...provider, id: "prv_new" })
          .execute();
        return "made";
      });
    const results = await Promise.all(Array.from({ length: 8 }, findOrMake));
    expect(results.filter((result) => result === "made")).toHaveLength(1);
  });

  it("never acknowledges a transaction in which something failed", async () => {
    const swallowed = database.transaction(async (tx) => {
      await setPriority(tx, 7);
      await tx.db
        .insertInto("providers")
        .values(provider)
        .execute()
        .catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow("not thrown on");
    await expect(database.read(priority)).resolves.toBe(0);
  });

  it("refuses text that cannot be stored as the caller's mistake", async () => {
    const nul = database.transaction((tx) => tx.db.updateTable("providers").set({ name: "a\u0000b" }).execute());
    await expect(nul).rejects.toEqual(expect.objectContaining({ code: "VALIDATION_ERROR" }));
  });

  const KILL_ALL = `select pg_terminate_backend(pid) from pg_stat_activity
    where pid <> pg_backend_pid() and datname = current_database()`;

  it("answers a lost connection with 503 and Retry-After, keeps nothing of it, and takes a new one", async () => {
    // More often than there are connections: none may stay behind.
    for (let round = 0; round < 12; round++) {
      const lost = database.transaction(async (tx) => {
        await tx.db.updateTable("providers").set({ priority: 5 }).execute();
        await onServer(stored.location, KILL_ALL);
        await tx.db.updateTable("providers").set({ priority: 6 }).execute();
      });
      await expect(lost).rejects.toEqual(UNAVAILABLE);
    }
    await expect(database.read(priority)).resolves.toBe(0);
    await expect(database.transaction(increment)).resolves.toBeDefined();
  });

  it("survives losing the connections that it does not use", async () => {
    await Promise.all(Array.from({ length: 10 }, () => database.read(priority)));
    await onServer(stored.location, KILL_ALL);
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => database.read(priority)));
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toEqual(UNAVAILABLE);
    }
    await expect(database.read(priority)).resolves.toBe(0);
  });

  it("answers a server that cannot be reached with 503 and Retry-After", async () => {
    const unreachable = new URL(stored.location);
    unreachable.port = "1";
    const { PostgresDatabase } = await import("./postgres-database.ts");
    const absent = await PostgresDatabase.open({ url: unreachable.href, poolSize: 2, onStatement: undefined }).catch(
      (error: unknown) => error,
    );
    if (!(absent instanceof PostgresDatabase)) return expect(String(absent)).toContain("ECONNREFUSED");
    await expect(absent.read(priority)).rejects.toEqual(UNAVAILABLE);
    await absent.close();
  });
});

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../config.ts";
import { openVault } from "../evidence/vault.ts";
import type { NodeServices } from "../pipeline/execute.ts";
import { plantCalendars, session } from "../scheduling/stored-calendars.example.ts";
import { lockRows } from "../storage/lock-rows.ts";
import { type Database, openDatabase, type Tx } from "../storage/open-database.ts";
import type { NewRow } from "../storage/rows.ts";
import { newTestDatabase, type TestDatabase, testDialect } from "../testing/test-database.ts";
import { runDueDeadlines } from "./run-due-deadlines.ts";

const worker = fileURLToPath(new URL("./due-worker.example.ts", import.meta.url));

const DUE_AT = 1_800_000_000_000;
const DAY = 86_400_000;

let stored: TestDatabase;
let database: Database;
let services: NodeServices;
let now: number;

beforeEach(async () => {
  stored = await newTestDatabase();
  database = await openDatabase({ location: stored.location });
  await database.transaction(plantCalendars);
  now = DUE_AT + DAY;
  services = {
    database,
    clock: { now: () => now },
    vault: openVault(":memory:", {}),
    config: readConfig({}, { database: stored.location }),
  };
});
afterEach(async () => {
  await database.close();
  await stored.drop();
});

/** A charged session whose time to dispute is over, and the deadline that says so. */
async function plantDue(tx: Tx, n: number, rest: Partial<NewRow<"deadlines">> = {}): Promise<void> {
  const id = `ses_${n}`;
  const charged = {
    state: "charged",
    billingStatus: "charged",
    deliveredAt: 0,
    chargedAt: 0,
    verificationDeadline: DUE_AT,
  } as const;
  await tx.db
    .insertInto("sessions")
    .values(session(id, n * DAY, charged))
    .execute();
  await tx.db
    .insertInto("deadlines")
    .values({
      id: `ddl_${n}`,
      organizationId: "org_1",
      kind: "verification",
      subjectId: id,
      dueAt: DUE_AT + n,
      attempts: 0,
      claimedUntil: null,
      doneAt: null,
      lastError: null,
      payload: {},
      createdAt: 0,
      ...rest,
    })
    .execute();
}

const verified = () =>
  database.read(({ db }) =>
    db.selectFrom("transitions").select("sessionId").where("toState", "=", "verified").execute(),
  );

describe("what is due", () => {
  it("is done oldest first, and once", async () => {
    await database.transaction(async (tx) => {
      for (const n of [3, 1, 2]) await plantDue(tx, n);
    });
    const fired = await runDueDeadlines(services);
    expect(fired.map(({ subjectId }) => subjectId)).toEqual(["ses_1", "ses_2", "ses_3"]);
    await expect(runDueDeadlines(services)).resolves.toEqual([]);
    expect(await verified()).toHaveLength(3);
  });

  it("waits until its time, and is caught up with after downtime", async () => {
    await database.transaction((tx) => plantDue(tx, 1));
    now = DUE_AT;
    await expect(runDueDeadlines(services)).resolves.toEqual([]);
    now = DUE_AT + 400 * DAY;
    await expect(runDueDeadlines(services)).resolves.toHaveLength(1);
  });

  it("that fails waits for longer and longer, and stops nobody else", async () => {
    await database.transaction(async (tx) => {
      await plantDue(tx, 1, { kind: "unheard_of" });
      await plantDue(tx, 2);
    });
    await expect(runDueDeadlines(services)).resolves.toHaveLength(1);
    const failed = () =>
      database.read(({ db }) =>
        db.selectFrom("deadlines").selectAll().where("id", "=", "ddl_1").executeTakeFirstOrThrow(),
      );
    expect(await failed()).toMatchObject({
      attempts: 1,
      claimedUntil: now + 1000,
      doneAt: null,
      lastError: expect.any(String),
    });
    await runDueDeadlines(services);
    expect(await failed()).toMatchObject({ attempts: 1 });
    now += 1000;
    await runDueDeadlines(services);
    expect(await failed()).toMatchObject({ attempts: 2, claimedUntil: now + 2000 });
  });

  it("is shared by several processes, each piece done by one of them", async () => {
    const count = 60;
    await database.transaction(async (tx) => {
      for (let n = 1; n <= count; n++) await plantDue(tx, n);
    });
    const run = async () =>
      JSON.parse(
        (await promisify(execFile)(process.execPath, [worker, stored.location, String(now)])).stdout,
      ) as string[];
    const shares = await Promise.all([run(), run(), run()]);
    const done = shares.flat();
    expect(done.toSorted()).toEqual(Array.from({ length: count }, (_, n) => `ses_${n + 1}`).toSorted());
    expect(await verified()).toHaveLength(count);
  }, 60_000);

  it.runIf(testDialect === "postgres")(
    "leaves to its turn what somebody works on just now, without waiting",
    async () => {
      await database.transaction(async (tx) => {
        for (const n of [1, 2]) await plantDue(tx, n);
      });
      const held = Promise.withResolvers<void>();
      const goOn = Promise.withResolvers<void>();
      const busy = database.transaction(async (tx) => {
        await lockRows(tx, "org_1", ["ses_1"]);
        held.resolve();
        await goOn.promise;
      });
      await held.promise;
      const fired = await runDueDeadlines(services);
      expect(fired.map(({ subjectId }) => subjectId)).toEqual(["ses_2"]);
      goOn.resolve();
      await busy;
      await expect(runDueDeadlines(services)).resolves.toHaveLength(1);
    },
  );
});

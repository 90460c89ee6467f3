import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { CompiledQuery } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { systemClock } from "./clock.ts";
import { type KeysFile, plantSeed } from "./seed/plant-seed.ts";
import { parseSeedDocument } from "./seed/seed-document.ts";
import { lockRows } from "./storage/lock-rows.ts";
import { type Database, openDatabase } from "./storage/open-database.ts";
import { runCommand, serveProcess } from "./testing/node-process.ts";
import { PartyClient } from "./testing/party-client.ts";
import { newTestDatabase, type TestDatabase, testDialect } from "./testing/test-database.ts";

const CLINIC = new URL("../../examples/clinic/clinic.yaml", import.meta.url);

let stored: TestDatabase;
beforeEach(async () => {
  stored = await newTestDatabase();
});
afterEach(() => stored.drop());

describe("several workers", () => {
  it.runIf(testDialect === "sqlite")("are refused on a file", async () => {
    const run = await runCommand(["serve", "--database", stored.location, "--workers", "2"]);
    expect(run).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("Several workers need PostgreSQL") });
  });

  it("are refused with a clock that is moved", async () => {
    const run = await runCommand([
      "serve",
      "--database",
      "postgres://u:p@127.0.0.1:1/none",
      "--workers",
      "2",
      "--sandbox-clock",
    ]);
    expect(run).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("sandbox clock belongs to one process") });
  });

  it.each(["0", "x", "65"])("are refused when there are %s of them", async (count) => {
    const run = await runCommand(["serve", "--database", stored.location, `--workers=${count}`]);
    expect(run).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("give a whole number from 1 to 64") });
  });
});

describe.runIf(testDialect === "postgres")("several workers on PostgreSQL", () => {
  let database: Database;
  let keys: KeysFile;

  beforeEach(async () => {
    database = await openDatabase({ location: stored.location });
    const document = parseSeedDocument(parse(await readFile(CLINIC, "utf8")));
    keys = await database.transaction((tx) => plantSeed(tx, systemClock, document));
  });
  afterEach(() => database.close());

  /** Process ids of the workers below a supervisor. */
  function workersOf(pid: number | undefined): number[] {
    const lines = execFileSync("ps", ["-A", "-o", "ppid=,pid="], { encoding: "utf8" }).trim().split("\n");
    return lines
      .map((line) => line.trim().split(/\s+/).map(Number))
      .flatMap(([parent, child]) => (parent === pid && child ? [child] : []));
  }

  async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
    for (let tries = 0; !(await reached()); tries++) {
      if (tries > 300) throw new Error("It did not come to that.");
      await pause(20);
    }
  }

  const isAlive = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  it("answer on one port, replace one that dies, and end together", async () => {
    const node = await serveProcess(stored.location, ["--workers", "2"]);
    const first = workersOf(node.child.pid);
    expect(first).toHaveLength(2);
    const ask = async () =>
      (await new PartyClient(node.url, keys, "organization").call("services.list", { org_slug: "clinica-andes" }))
        .status;
    expect(await Promise.all(Array.from({ length: 20 }, ask))).toEqual(Array.from({ length: 20 }, () => 200));
    process.kill(first[0] ?? 0, "SIGKILL");
    await until(() => workersOf(node.child.pid).filter((pid) => !first.includes(pid)).length === 1);
    expect(await ask()).toBe(200);
    const last = workersOf(node.child.pid);
    expect(await node.stop()).toBe(0);
    expect(last.filter(isAlive)).toEqual([]);
  }, 60_000);

  it("finish what they are at when they are asked to stop", async () => {
    const node = await serveProcess(stored.location, ["--workers", "2"]);
    const organization = new PartyClient(node.url, keys, "organization");
    const owner = await database.read(({ db }) =>
      db
        .selectFrom("clients")
        .select("organizationId")
        .where("id", "=", keys.credentials["client"]?.id ?? "")
        .executeTakeFirstOrThrow(),
    );
    const clientId = keys.credentials["client"]?.id ?? "";
    const held = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const holding = database.transaction(async (tx) => {
      await lockRows(tx, owner.organizationId, [clientId]);
      held.resolve();
      await goOn.promise;
    });
    await held.promise;
    const offer = await database.read(({ db }) =>
      db
        .selectFrom("offers")
        .innerJoin("offer_providers", "offer_providers.offerId", "offers.id")
        .select("offers.id")
        .where("offer_providers.providerId", "=", keys.credentials["provider"]?.id ?? "")
        .where("offers.requiresResource", "=", false)
        .executeTakeFirstOrThrow(),
    );
    const waiting = () =>
      database.read(async ({ db }) => {
        const waiters =
          "select count(*) as count from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
        const { rows } = await db.executeQuery<{ count: number }>(CompiledQuery.raw(waiters));
        return (rows[0]?.count ?? 0) > 0;
      });
    const booking = organization.call("scheduling.book", {
      service_id: offer.id,
      provider_id: keys.credentials["provider"]?.id,
      client_id: clientId,
      starts_at: nextMonday(),
    });
    await until(waiting);
    const stopped = node.stop();
    await pause(100);
    goOn.resolve();
    await holding;
    expect((await booking).status).toBe(201);
    expect(await stopped).toBe(0);
  }, 60_000);
});

/** Ten in the morning in Santiago, of the Monday after next. */
function nextMonday(): string {
  const date = new Date(Date.now() + 7 * 86_400_000);
  date.setUTCDate(date.getUTCDate() + ((8 - date.getUTCDay()) % 7));
  return `${date.toISOString().slice(0, 10)}T14:00:00Z`;
}

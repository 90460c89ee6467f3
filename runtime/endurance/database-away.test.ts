import BetterSqlite from "better-sqlite3";
import { afterEach, describe, expect, it } from "vitest";
import { servedOperations } from "../src/operations/served-operations.ts";
import { parseDatabaseLocation } from "../src/storage/database-location.ts";
import { openDatabase } from "../src/storage/open-database.ts";
import { everythingAddressed } from "../src/testing/addressed.ts";
import { Clinic } from "../src/testing/clinic.ts";
import type { Party } from "../src/testing/party-client.ts";
import { expectRefusal } from "../src/testing/refusal.ts";
import { sampleRequests } from "../src/testing/sample-requests.ts";
import { testDialect } from "../src/testing/test-database.ts";
import { startDurablePostgres } from "./crash/durable-postgres.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

describe.runIf(testDialect === "sqlite")("a database file that another process holds", () => {
  it("does not keep the node from answering what needs no writing, however long that takes", async () => {
    const clinic = await Clinic.open();
    closing.push(() => clinic.close());
    const other = new BetterSqlite(fileOf(clinic));
    other.exec("begin immediate");
    const booking = clinic.book();
    const began = performance.now();
    while (performance.now() - began < 500) {
      expect((await clinic.demo.stranger.send("GET", "/health/live")).status).toBe(200);
      expect((await clinic.demo.stranger.send("GET", "/health/ready")).status).toBe(200);
      expect((await clinic.demo.stranger.send("GET", "/servicialo/v1/manifest")).status).toBe(200);
    }
    other.exec("commit");
    other.close();
    expect((await booking).status).toBe(201);
  });

  it("is waited for by all writers at the same time, and then they are refused", async () => {
    const clinic = await Clinic.open();
    closing.push(() => clinic.close());
    const database = await openDatabase({ location: fileOf(clinic), migrate: false, busyTimeout: 300 });
    closing.push(() => database.close());
    const other = new BetterSqlite(fileOf(clinic));
    other.exec("begin immediate");
    const began = performance.now();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        database.transaction(({ db }) => db.selectFrom("clients").selectAll().execute()),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(outcomes.map(() => "rejected"));
    // Twenty waits one after the other would take 6 seconds.
    expect(performance.now() - began).toBeLessThan(3_000);
    other.exec("commit");
    other.close();
    await database.transaction(({ db }) => db.selectFrom("clients").selectAll().execute());
  });

  it("longer than a writer waits is answered with 503 and Retry-After, and booked in afterwards, without a restart", {
    timeout: 40_000,
  }, async () => {
    const clinic = await Clinic.open();
    closing.push(() => clinic.close());
    const startsAt = clinic.nextSlot();
    const other = new BetterSqlite(fileOf(clinic));
    other.exec("begin immediate");
    const key = { "idempotency-key": "while-locked" };
    const input = {
      service_id: clinic.id("Physiotherapy session"),
      provider_id: clinic.id("Camila Rojas"),
      client_id: clinic.id("María"),
      starts_at: startsAt,
    };
    const refused = await clinic.call("organization", "scheduling.book", input, key);
    expectRefusal(refused, "UPSTREAM_UNAVAILABLE");
    expect(refused.headers.get("retry-after")).toBe("1");
    other.exec("commit");
    other.close();
    expect((await clinic.call("organization", "scheduling.book", input, key)).status).toBe(201);
  });
});

function fileOf(clinic: Clinic): string {
  const target = parseDatabaseLocation(clinic.demo.node.services.config.database);
  if (target.dialect !== "sqlite") throw new Error("This is about files.");
  return target.file;
}

describe.runIf(testDialect === "postgres")("a PostgreSQL server that is away", () => {
  it("for a while is answered with 503 and Retry-After by every operation, and the node goes on when it is back", {
    timeout: 120_000,
  }, async () => {
    const server = await startDurablePostgres();
    closing.push(() => server.remove());
    const clinic = await Clinic.open({ database: server.url });
    closing.push(() => clinic.close());
    const samples = sampleRequests(clinic, await everythingAddressed(clinic));
    const startsAt = clinic.nextSlot();
    await server.halt();
    for (const id of servedOperations()) {
      if (id === "health.live" || id === "health.ready") continue;
      const { input, as } = samples[id] ?? { input: {}, as: "organization" as Party };
      const refused = await clinic.call(as, id, input);
      if (refused.status < 500) continue;
      expectRefusal(refused, "UPSTREAM_UNAVAILABLE");
      expect(refused.headers.get("retry-after"), id).toBe("1");
    }
    const key = { "idempotency-key": "while-away" };
    const input = {
      service_id: clinic.id("Physiotherapy session"),
      provider_id: clinic.id("Camila Rojas"),
      client_id: clinic.id("María"),
      starts_at: startsAt,
    };
    expectRefusal(await clinic.call("organization", "scheduling.book", input, key), "UPSTREAM_UNAVAILABLE");
    expect((await clinic.demo.stranger.send("GET", "/health/live")).status).toBe(200);
    const ready = await clinic.demo.stranger.send("GET", "/health/ready");
    expect([ready.status, ready.body]).toEqual([
      503,
      {
        status: "unavailable",
        checks: { storage: "unavailable", migrations: "unavailable", deadlines: "unavailable" },
      },
    ]);
    await server.start();
    await expect.poll(async () => (await clinic.demo.stranger.send("GET", "/health/ready")).status).toBe(200);
    expect((await clinic.call("organization", "scheduling.book", input, key)).status).toBe(201);
  });

  it("and says nothing any more is answered with 503, and what was asked meanwhile is not done twice", {
    timeout: 120_000,
  }, async () => {
    const server = await startDurablePostgres();
    closing.push(() => server.remove());
    const clinic = await Clinic.open({ database: server.url });
    closing.push(() => clinic.close());
    await server.pause();
    closing.push(() => server.resume());
    const asked = { vertical: "health" };
    const began = performance.now();
    // More than the pool has connections: the rest learns soon that there is none to be had.
    const answers = Array.from({ length: 30 }, () => clinic.demo.stranger.call("registry.search", asked));
    const first = await Promise.race(answers);
    expectRefusal(first, "UPSTREAM_UNAVAILABLE");
    expect(performance.now() - began).toBeLessThan(10_000);
    expect((await clinic.demo.stranger.send("GET", "/health/live")).status).toBe(200);
    await server.resume();
    await Promise.all(answers);
    await expect.poll(async () => (await clinic.demo.stranger.send("GET", "/health/ready")).status).toBe(200);
    expect((await clinic.book()).status).toBe(201);
  });
});

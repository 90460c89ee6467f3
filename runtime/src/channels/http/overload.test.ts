import { operations } from "@servicialo/schema/0.8/operations";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic } from "../../testing/clinic.ts";
import { expectRefusal } from "../../testing/refusal.ts";

const MOST = 10;

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open({ mostRequests: MOST, databasePoolSize: 2 * MOST });
});
afterAll(() => clinic.close());

/** Keeps every writer of the node waiting until it is let go. */
async function holdWriters(): Promise<{ release: () => Promise<void> }> {
  const begun = Promise.withResolvers<void>();
  const letGo = Promise.withResolvers<void>();
  const { database } = clinic.demo.node.services;
  const held = database.transaction(async ({ db }) => {
    await db.updateTable("clients").set({ name: "held" }).where("id", "=", clinic.id("María")).execute();
    begun.resolve();
    await letGo.promise;
  });
  await begun.promise;
  return {
    async release() {
      letGo.resolve();
      await held;
    },
  };
}

describe("a node with more requests than it can answer", () => {
  it("turns away the rest at once with 503 and Retry-After, tells that it is alive, and goes on with the others", async () => {
    const held = await holdWriters();
    const bookings = Array.from({ length: 2 * MOST }, () => clinic.book());
    try {
      await expect
        .poll(async () => (await clinic.demo.stranger.send("GET", "/servicialo/v1/manifest")).status)
        .toBe(503);
      for (const path of ["/servicialo/v1/manifest", "/mcp", "/checkout/pin_1", "/api/sessions", "/nothing"]) {
        const answer = await clinic.demo.stranger.send("GET", path);
        expectRefusal(answer, "UPSTREAM_UNAVAILABLE");
        expect(answer.headers.get("retry-after")).toBe("1");
      }
      expect((await clinic.demo.stranger.send("GET", "/health/live")).status).toBe(200);
      expect((await clinic.demo.stranger.send("GET", "/health/ready")).status).toBe(200);
    } finally {
      await held.release();
    }
    const statuses = (await Promise.all(bookings)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([201, 503]));
    // The question whether it is full may have had the last place.
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(MOST - 1);
    expect(statuses.filter((status) => status === 201).length).toBeLessThanOrEqual(MOST);
    expect((await clinic.demo.stranger.send("GET", "/servicialo/v1/manifest")).status).toBe(200);
  });

  it("has room again for every request that was broken off", async () => {
    const { url } = clinic.demo.node;
    const manifest = async () => (await fetch(`${url}/servicialo/v1/manifest`)).status;
    for (let round = 0; round < 3; round += 1) {
      const held = await holdWriters();
      try {
        const callers = new AbortController();
        const begun = Array.from({ length: 2 * MOST }, () => bookUntil(callers.signal));
        await expect.poll(manifest).toBe(503);
        callers.abort();
        await Promise.all(begun);
        await expect.poll(manifest).toBe(200);
      } finally {
        await held.release();
      }
    }
  });
});

/** Asks for a booking, and hangs up at a signal; what becomes of it is the node's affair. */
async function bookUntil(signal: AbortSignal): Promise<void> {
  const attributes = {
    service_id: clinic.id("Physiotherapy session"),
    provider_id: clinic.id("Camila Rojas"),
    client_id: clinic.id("María"),
    starts_at: clinic.nextSlot(),
    actor: clinic.demo.as("organization").actor,
  };
  const headers = {
    authorization: `Bearer ${clinic.demo.keys.credentials["organization"]?.token}`,
    "content-type": "application/json",
  };
  const { url } = clinic.demo.node;
  const { method, path } = operations["scheduling.book"];
  const target = `${url}${operations["scheduling.book"].basePath}${path}`;
  await fetch(target, { method, headers, body: JSON.stringify(attributes), signal }).catch(() => null);
}

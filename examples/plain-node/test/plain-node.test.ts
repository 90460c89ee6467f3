import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atWall, Clock, iso, parseInstant } from "../src/clock.ts";
import { plantDemo } from "../src/demo.ts";
import { readAmount, toMoney } from "../src/money.ts";
import { plainNode } from "../src/server.ts";
import { Store } from "../src/store.ts";

const folder = mkdtempSync(join(tmpdir(), "plain-node-"));
const journal = join(folder, "journal.jsonl");
const servers: Server[] = [];

async function start(store: Store): Promise<string> {
  const server = plainNode({ store, clock: new Clock() });
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/servicialo/v1`;
}

afterAll(async () => {
  for (const server of servers) await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

describe("a plain node", () => {
  const store = new Store(journal);
  const { credentials } = plantDemo(store, Date.parse("2026-01-05T12:00:00Z"));
  let url: string;
  let headers: Record<string, string>;
  let attributes: Record<string, unknown>;
  beforeAll(async () => {
    url = await start(store);
    const { token, id: clientId } = credentials["client"] ?? { token: "", id: "" };
    headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const [offer] = store.table("offers").values();
    const tomorrow = iso(Date.now() + 86_400_000).slice(0, 10);
    attributes = {
      service_id: offer?.id,
      provider_id: credentials["provider"]?.id,
      client_id: clientId,
      starts_at: iso(atWall(tomorrow, 10 * 60, "America/Santiago")),
      actor: { type: "client", id: clientId },
    };
  });

  const post = (base: string, key: string) =>
    fetch(`${base}/sessions`, {
      method: "POST",
      headers: { ...headers, "idempotency-key": key },
      body: JSON.stringify(attributes),
    });

  it("knows after a restart what it had answered, sessions and idempotent answers alike", async () => {
    const first = await post(url, "one");
    const text = await first.text();
    expect(first.status, text).toBe(201);
    const again = await start(new Store(journal));
    const { id } = (JSON.parse(text) as { data: { id: string } }).data;
    const read = await fetch(`${again}/services/${id}`, { headers });
    expect(await read.json()).toMatchObject({
      data: { id, attributes: { lifecycle: { current_state: "requested" } } },
    });
    expect(await (await post(again, "one")).text()).toBe(text);
    expect((await post(again, "two")).status).toBe(409);
  });

  it("keeps nothing of a refused request", async () => {
    const before = store.table("sessions").size;
    attributes = { ...attributes, starts_at: "2026-02-30T10:00:00Z" };
    expect((await post(url, "three")).status).toBe(422);
    expect(store.table("sessions").size).toBe(before);
  });
});

describe("instants and amounts", () => {
  it("takes a date-time with offset of a day that exists, and nothing else", () => {
    expect(parseInstant("2026-09-06T08:00:00-03:00")).toBe(Date.parse("2026-09-06T11:00:00Z"));
    for (const text of ["2026-09-06T08:00:00", "2026-02-30T08:00:00Z", "2026-09-06", 5])
      expect(parseInstant(text)).toBeNull();
  });

  it("finds the instant of a clock on the wall, on both sides of a change of time", () => {
    expect(iso(atWall("2026-09-05", 8 * 60, "America/Santiago"))).toBe("2026-09-05T12:00:00.000Z");
    expect(iso(atWall("2026-09-06", 8 * 60, "America/Santiago"))).toBe("2026-09-06T11:00:00.000Z");
    expect(iso(atWall("2026-04-05", 8 * 60, "America/Santiago"))).toBe("2026-04-05T12:00:00.000Z");
  });

  it("reads and writes amounts to the last minor unit", () => {
    expect(readAmount(0.1, "USD", "/x")).toEqual({ minor: 10, currency: "USD" });
    expect(toMoney({ minor: 30, currency: "USD" })).toEqual({ value: 0.3, currency: "USD" });
    expect(() => readAmount(10.5, "CLP", "/x")).toThrow("CLP has 0 decimals");
    expect(() => readAmount({ value: 1, currency: "USD" }, "CLP", "/x")).toThrow("Agreed is CLP");
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "../clock.ts";
import { addKeys } from "../commands/keys.ts";
import { addOrganization } from "../commands/organization.ts";
import { addResolver } from "../commands/resolver.ts";
import { Clinic, succeeded } from "../testing/clinic.ts";
import { runInProcess } from "../testing/command-in-process.ts";
import { type DemoNode, startDemoNode } from "../testing/demo-node.ts";
import { askBookability } from "./bookability.ts";
import { guardedFetch } from "./guarded-fetch.ts";

const DAY_SECONDS = 86_400;

let clinic: Clinic;
/** A registry of its own, where the clinic has an account and nothing else. */
let registry: DemoNode;
let key: string;

async function run(demo: DemoNode, ...args: readonly string[]): Promise<string> {
  const { database } = demo.node.services.config;
  return (await runInProcess([addOrganization, addKeys, addResolver], [...args, "-d", database])).join("\n");
}

const base = (demo: DemoNode) => `${demo.node.url}/servicialo/v1`;
const lookup = (slug: string) => registry.stranger.call("resolve.lookup", { country: "cl", org_slug: slug });

beforeAll(async () => {
  clinic = await Clinic.open();
  registry = await startDemoNode({ allowPrivateWebhooks: true });
  // The seed of every test has a clinic of this name; here it is somebody else's organization with an account.
  // Commands keep real time, and so must the nodes that they are about.
  for (const { clock } of [clinic.demo, registry]) clock.set(systemClock.now());
  const { database } = registry.node.services;
  await database.transaction(({ db }) =>
    db.updateTable("organizations").set({ slug: "another-clinic" }).where("slug", "=", "clinica-andes").execute(),
  );
  const account = ["--vertical", "health", "--country", "cl", "--timezone", "America/Santiago", "--currency", "CLP"];
  const created = await run(
    registry,
    "organization",
    "create",
    "clinica-andes",
    "--name",
    "Clínica Andes",
    "--administrator",
    "Paula",
    ...account,
  );
  key = /svk_[\w-]+/.exec(created)?.[0] ?? "";
  process.env["SERVICIALO_RESOLVER_KEY"] = key;
});
afterAll(async () => {
  delete process.env["SERVICIALO_RESOLVER_KEY"];
  await clinic.close();
  await registry.close();
});

const join = (...options: readonly string[]) =>
  run(
    clinic.demo,
    "resolver",
    "join",
    base(registry),
    "-o",
    "clinica-andes",
    "--public-url",
    clinic.demo.node.url,
    ...options,
  );

/** Moves the clinic's time, so that its node does what fell due; answers how many signs of life arrived. */
async function advance(seconds: number): Promise<number> {
  const before = await heartbeats();
  succeeded(await clinic.call("organization", "sandbox.set_clock", { advance_seconds: seconds }));
  return (await heartbeats()) - before;
}

async function heartbeats(): Promise<number> {
  const events = await registry.node.services.database.read(({ db }) =>
    db.selectFrom("registration_events").select("id").where("kind", "=", "heartbeat").execute(),
  );
  return events.length;
}

describe("an organization that joins a resolver", () => {
  it("is registered there by its node, and found at its node", async () => {
    expect(await join("--metrics")).toContain("clinica-andes is registered");
    const { attributes } = succeeded(await lookup("clinica-andes")).body.data;
    expect(attributes.endpoint).toEqual({
      mcp: `${clinic.demo.node.url}/mcp`,
      rest: base(clinic.demo),
      health: `${clinic.demo.node.url}/health/live`,
    });
    expect(attributes.trust.last_seen).toBeNull();
  });

  it("sends a sign of life at once, and then each day, with its figures because it wants to", async () => {
    expect(await advance(60)).toBe(1);
    const seen = async () => succeeded(await lookup("clinica-andes")).body.data.attributes.trust.last_seen;
    const first = await seen();
    expect(first).not.toBeNull();
    registry.clock.advance(DAY_SECONDS * 1000);
    expect(await advance(DAY_SECONDS / 2)).toBe(0);
    expect(await seen()).toBe(first);
    expect(await advance(DAY_SECONDS / 2)).toBe(1);
    expect(Date.parse(await seen())).toBeGreaterThan(Date.parse(first));
    const log = await run(registry, "resolver", "log", "clinica-andes");
    expect(log).toMatch(/registered .*\n.*heartbeat .*"services_active":\d+/);
    expect(await run(clinic.demo, "resolver", "list", "-o", "clinica-andes")).toMatch(/last \d{4}-.* {2}200$/m);
  });

  it("keeps its key sealed, and never in clear", async () => {
    const { database } = clinic.demo.node.services;
    const links = await database.read(({ db }) => db.selectFrom("resolver_links").selectAll().execute());
    expect(links).toHaveLength(1);
    expect(JSON.stringify(links)).not.toContain(key);
  });

  it("joins again without harm: what it holds already is moved, not registered anew", async () => {
    await join();
    const { database } = clinic.demo.node.services;
    const links = await database.read(({ db }) => db.selectFrom("resolver_links").selectAll().execute());
    expect(links).toMatchObject([{ metricsEnabled: false }]);
  });

  it("tells the resolver when its node has moved", async () => {
    await run(clinic.demo, "resolver", "move", "-o", "clinica-andes", "--public-url", "http://127.0.0.1:9");
    expect((await lookup("clinica-andes")).body.data.attributes.endpoint.rest).toBe("http://127.0.0.1:9/servicialo/v1");
    await join();
  });

  it("tries again sooner when a sign of life does not arrive, and says why it did not", async () => {
    await advance(60);
    const { database } = registry.node.services;
    const revoke = (revokedAt: number | null) =>
      database.transaction(({ db }) =>
        db.updateTable("credentials").set({ revokedAt }).where("label", "=", "first key").execute(),
      );
    await revoke(systemClock.now() - 400 * DAY_SECONDS * 1000);
    expect(await advance(DAY_SECONDS)).toBe(0);
    expect(await run(clinic.demo, "resolver", "list", "-o", "clinica-andes")).toMatch(/401 UNAUTHORIZED/);
    await revoke(null);
    expect(await advance(3600)).toBe(1);
    expect(await run(clinic.demo, "resolver", "list", "-o", "clinica-andes")).toMatch(/ 200$/m);
  });

  it("falls silent when it leaves, or never wanted to send any", async () => {
    await run(clinic.demo, "resolver", "leave", base(registry), "-o", "clinica-andes");
    expect(await advance(DAY_SECONDS)).toBe(0);
    await expect(run(clinic.demo, "resolver", "leave", base(registry), "-o", "clinica-andes")).rejects.toThrow(
      /is not in/,
    );
    await join("--no-heartbeat");
    expect(await advance(DAY_SECONDS)).toBe(0);
  });

  it("is told what is wrong when the resolver refuses", async () => {
    process.env["SERVICIALO_RESOLVER_KEY"] = "svk_wrong";
    await expect(join()).rejects.toThrow(/401 UNAUTHORIZED/);
    await expect(
      run(
        clinic.demo,
        "resolver",
        "join",
        "http://127.0.0.1:9",
        "-o",
        "clinica-andes",
        "--public-url",
        "http://127.0.0.1:9",
      ),
    ).rejects.toThrow(/answered nothing .*ECONNREFUSED/);
    await expect(run(clinic.demo, "resolver", "join", "nowhere", "-o", "clinica-andes")).rejects.toThrow(/no address/);
  });
});

describe("bookability", () => {
  const seenAt = async (door: { mcpUrl: string | null; restUrl: string | null }, slug = "clinica-andes") => {
    const reach = guardedFetch(true);
    try {
      return await askBookability({ slug, ...door }, reach, clinic.demo.clock.now());
    } finally {
      await reach.close();
    }
  };

  it("is seen through the MCP server where no HTTP profile is named", async () => {
    const door = { mcpUrl: `${clinic.demo.node.url}/mcp`, restUrl: null };
    expect(await seenAt(door)).toEqual({ missing: [], problem: null });
    const nobody = await seenAt(door, "nobody-here");
    expect(nobody.missing).toEqual(["active_offer", "assigned_provider", "availability_block"]);
    expect(nobody.problem).toContain("services_list");
  });

  it("is not looked for inside a private network", async () => {
    const reach = guardedFetch(false);
    const door = { slug: "clinica-andes", mcpUrl: null, restUrl: base(clinic.demo) };
    const { missing, problem } = await askBookability(door, reach, clinic.demo.clock.now());
    await reach.close();
    expect(missing).toHaveLength(3);
    expect(problem).toContain("inside a network");
  });
});

import { DefaultAgentCardResolver } from "@a2a-js/sdk/client";
import { skills } from "@servicialo/schema/0.8/cards";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMember } from "../../organizations/members.ts";
import { decidePublication } from "../../organizations/publication.ts";
import { confine } from "../../storage/tenancy.ts";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import { expectRefusal } from "../../testing/refusal.ts";

let clinic: Clinic;
/** Each with the seconds that it may be kept. */
const CARDS = {
  "/.well-known/agents.json": 3600,
  "/api/servicialo/clinica-andes/.well-known/agent.json": 300,
  "/api/servicialo/clinica-andes/.well-known/agent-card.json": 300,
  "/servicialo/v1/organizations/clinica-andes/.well-known/agent.json": 300,
  "/.well-known/agent.json": 300,
  "/.well-known/agent-card.json": 300,
} as const;
const paths = Object.keys(CARDS) as (keyof typeof CARDS)[];

const get = (path: string, headers: Record<string, string> = {}) => clinic.demo.stranger.send("GET", path, { headers });

/** An administrator publishes an organization, or takes it out. */
async function publish(slug: string, discoverable: boolean): Promise<void> {
  const { database, clock } = clinic.demo.node.services;
  await database.transaction(async (all) => {
    const { id } = await all.db
      .selectFrom("organizations")
      .select("id")
      .where("slug", "=", slug)
      .executeTakeFirstOrThrow();
    const work = { tx: confine(all, id), clock };
    const member = await addMember(work, id, { name: "Paula", role: "administrator" });
    await decidePublication(work, { organizationId: id, memberId: member.id, discoverable });
  });
}

beforeAll(async () => {
  clinic = await Clinic.open();
  await publish("tutores-plaza", false);
});
afterAll(() => clinic.close());

describe.each(paths)("%s", (path) => {
  it("is public, plain JSON, and may be kept for as long as its level allows", async () => {
    const answer = succeeded(await get(path));
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(answer.headers.get("cache-control")).toBe(`public, max-age=${CARDS[path]}`);
    expect(answer.headers.get("etag")).toMatch(/^"[\w-]{43}"$/);
  });

  it("answers 304 without a body to a reader who has it, and the whole document to any other", async () => {
    const tag = (await get(path)).headers.get("etag") ?? "";
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const answer = await get(path, { "if-none-match": known });
      expect(answer.status).toBe(304);
      expect(answer.text).toBe("");
      expect(answer.headers.get("etag")).toBe(tag);
      expect(answer.headers.get("cache-control")).toBe(`public, max-age=${CARDS[path]}`);
    }
    for (const other of ['"other"', tag.slice(1, -1)])
      expect((await get(path, { "if-none-match": other })).status).toBe(200);
  });

  it("shows an organization only while one of its humans publishes it", async () => {
    const tag = (await get(path)).headers.get("etag") ?? "";
    await publish("clinica-andes", false);
    const hidden = await get(path, { "if-none-match": tag });
    if (path === "/.well-known/agents.json") expect(hidden.body.organizations).toEqual([]);
    else expectRefusal(hidden, "NOT_FOUND");
    expect(hidden.headers.get("etag")).not.toBe(tag);
    await publish("clinica-andes", true);
    expect((await get(path)).headers.get("etag")).toBe(tag);
  });
});

describe("the manifest", () => {
  it("names the doors of the node; that for tasks where they can be sent to one organization only", async () => {
    const url = clinic.demo.node.url;
    const doors = { rest: `${url}/servicialo/v1`, mcp: `${url}/mcp`, health: `${url}/health/ready` };
    await publish("tutores-plaza", true);
    const { body } = succeeded(await get("/servicialo/v1/manifest"));
    expect(body.endpoints).toEqual(doors);
    await publish("tutores-plaza", false);
    const { body: alone } = succeeded(await get("/servicialo/v1/manifest"));
    expect(alone.endpoints).toEqual({ ...doors, a2a: `${url}/api/servicialo/clinica-andes/a2a` });
  });
});

describe("the level 2 card", () => {
  it("names the doors of the node, and what it really does", async () => {
    const { body } = succeeded(await get("/api/servicialo/clinica-andes/.well-known/agent.json"));
    const url = clinic.demo.node.url;
    expect(body.endpoints).toEqual({
      mcp: `${url}/mcp`,
      rest: `${url}/servicialo/v1`,
      a2a: `${url}/api/servicialo/clinica-andes/a2a`,
    });
    expect(body.capabilities).toMatchObject({ a2a: true, mandates: true, service_orders: true, resources: true });
    expect(body.organization).not.toHaveProperty("trust_score");
    expect(body.authentication.scopes).toContain("schedule:write");
  });

  it("says what the node's resolver knows of the organization once it is registered", async () => {
    const rest = `${clinic.demo.node.url}/servicialo/v1`;
    const named = { slug: "clinica-andes", country: "cl", name: "Clínica Andes", rest_url: rest };
    succeeded(await clinic.call("organization", "resolve.register", named));
    succeeded(
      await clinic.call("organization", "telemetry.heartbeat", {
        country: "cl",
        org_slug: "clinica-andes",
        heartbeat: true,
      }),
    );
    const card = succeeded(await get("/api/servicialo/clinica-andes/.well-known/agent.json"));
    expect(card.body.organization.trust_score).toBe(10);
    const search = await clinic.demo.stranger.call("registry.search", { vertical: "health" });
    expect(search.body.data).toMatchObject([{ id: "clinica-andes", attributes: { trust_score: 10 } }]);
    const list = succeeded(await get("/.well-known/agents.json"));
    expect(list.body.organizations).toMatchObject([
      { slug: "clinica-andes", trust_score: 10, last_heartbeat: clinic.now },
    ]);
  });
});

describe("the A2A card", () => {
  it("is found by the official client, for either version of A2A, and lists the types of task", async () => {
    const card = await new DefaultAgentCardResolver().resolve(`${clinic.demo.node.url}/`);
    const a2a = `${clinic.demo.node.url}/api/servicialo/clinica-andes/a2a`;
    expect(card.name).toBe("Clínica Andes");
    expect(card.supportedInterfaces).toMatchObject([
      { url: a2a, protocolBinding: "JSONRPC", protocolVersion: "1.0" },
      { url: a2a, protocolBinding: "JSONRPC", protocolVersion: "0.3" },
    ]);
    expect(card.skills.map(({ id }) => id)).toEqual(Object.keys(skills));
    const { body } = await get("/.well-known/agent-card.json");
    expect(body).toMatchObject({ url: a2a, protocolVersion: "0.3.0", version: "0.8.0" });
  });

  it("is the same document at each of its places", async () => {
    const places = paths.filter((path) => path.endsWith("agent-card.json") || path.startsWith("/servicialo/"));
    const texts = await Promise.all(places.map(async (path) => (await get(path)).text));
    expect(new Set(texts).size).toBe(1);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { TestAgent } from "../../testing/agents.ts";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import { expectRefusal } from "../../testing/refusal.ts";
import { openThirdParty, type Shown, type ThirdParty } from "../../testing/third-party.ts";

const BOOKABLE: Shown = { offers: [{ id: "svc_1", active: true, provider_ids: ["prv_1"] }], slots: 1 };
const DAY = 86_400_000;

let clinic: Clinic;
let elsewhere: ThirdParty;
beforeAll(async () => {
  clinic = await Clinic.open({ allowPrivateWebhooks: true });
  elsewhere = await openThirdParty(BOOKABLE);
});
afterAll(async () => {
  await clinic.close();
  await elsewhere.close();
});
beforeEach(() => {
  elsewhere.shown = BOOKABLE;
  elsewhere.asked.length = 0;
});

let count = 0;
const wish = (attributes: Record<string, unknown> = {}) => ({
  slug: `estudio-${++count}`,
  country: "cl",
  name: "Estudio Sur",
  rest_url: elsewhere.url,
  ...attributes,
});

/** Registers an organization elsewhere; answers its slug. */
async function registered(attributes: Record<string, unknown> = {}): Promise<string> {
  const wanted = wish(attributes);
  succeeded(await clinic.call("organization", "resolve.register", wanted));
  return wanted.slug;
}

const record = async (slug: string) =>
  succeeded(await clinic.demo.stranger.call("resolve.lookup", { country: "cl", org_slug: slug })).body.data.attributes;

describe("resolve.register", () => {
  it("registers a third party's organization that can be booked, with the score that everybody begins with", async () => {
    const wanted = wish({
      verticals: ["wellness", "wellness", "education"],
      tax_id: "76.123.456-7",
      contact_email: "hola@estudio.example",
    });
    const answer = await clinic.call("organization", "resolve.register", wanted);
    expect(answer.status).toBe(201);
    expect(answer.body.data).toEqual({
      type: "resolutions",
      id: wanted.slug,
      attributes: {
        org_slug: wanted.slug,
        country: "cl",
        addresses: { path: `/cl/${wanted.slug}`, subdomain: null },
        endpoint: { mcp: null, rest: elsewhere.url, health: null },
        identity: { legal_name: "Estudio Sur", verticals: ["wellness", "education"] },
        trust: { score: 10, level: "unverified", registered_at: clinic.now, last_seen: null },
        status: "active",
        catalog_url: `${elsewhere.url}/organizations/${wanted.slug}/services`,
      },
    });
    expect(await record(wanted.slug)).toEqual(answer.body.data.attributes);
    expect(elsewhere.asked[0]).toBe(`/servicialo/v1/organizations/${wanted.slug}/services?per_page=100`);
  });

  it("registers the node's own organization at its own endpoint", async () => {
    const rest = `${clinic.demo.node.url}/servicialo/v1`;
    const own = { slug: "clinica-andes", country: "cl", name: "Clínica Andes", rest_url: rest };
    expect(succeeded(await clinic.call("organization", "resolve.register", own)).status).toBe(201);
    const card = await clinic.demo.stranger.call("discovery.get_agent_card", { org_slug: "clinica-andes" });
    expect(card.body.organization.trust_score).toBe(10);
    expectRefusal(await clinic.call("organization", "resolve.register", own), "CONFLICT");
  });

  it.each<[string, Shown, string[]]>([
    [
      "no active offer",
      { offers: [{ id: "svc_1", active: false, provider_ids: ["prv_1"] }], slots: 1 },
      ["active_offer", "assigned_provider", "availability_block"],
    ],
    [
      "no provider",
      { offers: [{ id: "svc_1", provider_ids: [] }], slots: 1 },
      ["assigned_provider", "availability_block"],
    ],
    ["no free time", { ...BOOKABLE, slots: 0 }, ["availability_block"]],
    ["a fault", { ...BOOKABLE, status: 503 }, ["active_offer", "assigned_provider", "availability_block"]],
  ])("refuses with NOT_BOOKABLE what shows %s", async (_, shown, missing) => {
    elsewhere.shown = shown;
    const wanted = wish();
    const answer = await clinic.call("organization", "resolve.register", wanted);
    expectRefusal(answer, "NOT_BOOKABLE");
    expect(answer.errors[0]?.meta?.["missing"]).toEqual(missing);
    expectRefusal(
      await clinic.demo.stranger.call("resolve.lookup", { country: "cl", org_slug: wanted.slug }),
      "NOT_FOUND",
    );
  });

  it("refuses what does not answer at all", async () => {
    const gone = await openThirdParty(BOOKABLE);
    await gone.close();
    expectRefusal(await clinic.call("organization", "resolve.register", wish({ rest_url: gone.url })), "NOT_BOOKABLE");
  });

  it("refuses a slug that is taken by a registration, in any country, or by another organization of the node", async () => {
    const slug = await registered();
    for (const taken of [wish({ slug }), wish({ slug, country: "ar" }), wish({ slug: "tutores-plaza" })]) {
      expectRefusal(await clinic.call("organization", "resolve.register", taken), "CONFLICT");
    }
    expectRefusal(await clinic.call("foreign_organization", "resolve.register", wish({ slug })), "CONFLICT");
  });

  it("takes a credential of an organization, and nobody else's", async () => {
    expectRefusal(await clinic.demo.stranger.call("resolve.register", wish()), "UNAUTHORIZED");
    expectRefusal(await clinic.call("provider", "resolve.register", wish()), "FORBIDDEN");
    expectRefusal(await clinic.call("client", "resolve.register", wish()), "FORBIDDEN");
  });

  it("takes no score, no level and no date from its registrant", async () => {
    const slug = await registered({ score: 100, trust: { score: 100, level: "verified" }, trust_score: 100 });
    expect((await record(slug)).trust).toMatchObject({ score: 10, level: "unverified" });
  });

  it("lets one of two win who want the same slug at the same time", async () => {
    const wanted = wish();
    const both = await Promise.all(
      (["organization", "foreign_organization"] as const).map((party) =>
        clinic.call(party, "resolve.register", wanted),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it("answers the same again under the same key, and asks nobody twice", async () => {
    const wanted = wish();
    const key = { "idempotency-key": "registration-1" };
    const first = succeeded(await clinic.demo.as("organization").call("resolve.register", wanted, key));
    const asked = elsewhere.asked.length;
    const again = await clinic.demo.as("organization").call("resolve.register", wanted, key);
    expect(again.text).toBe(first.text);
    expect(elsewhere.asked).toHaveLength(asked);
  });
});

describe("an address that is registered", () => {
  let strict: Clinic;
  beforeAll(async () => {
    strict = await Clinic.open();
  });
  afterAll(() => strict.close());

  it.each([
    "http://127.0.0.1:1/servicialo/v1",
    "https://10.1.2.3/servicialo/v1",
    "https://localhost/servicialo/v1",
    "http://node.example/servicialo/v1",
  ])("is public and HTTPS, so not %s", async (url) => {
    const answer = await strict.call("organization", "resolve.register", wish({ rest_url: url }));
    expectRefusal(answer, "VALIDATION_ERROR");
    expect(answer.errors[0]?.source?.pointer).toBe("/data/attributes/rest_url");
    const hidden = wish({ rest_url: `${strict.demo.node.url}/servicialo/v1`, health_url: url });
    expectRefusal(await strict.call("organization", "resolve.register", hidden), "VALIDATION_ERROR");
  });
});

describe("resolve.search", () => {
  it("lists a country's registrations, narrowed to a vertical that is written whole, in pages", async () => {
    const [first, second] = [
      await registered({ country: "uy", verticals: ["Yoga_1"], name: "B" }),
      await registered({ country: "uy", name: "A" }),
    ];
    const search = async (input: Record<string, unknown>) => {
      const { body } = succeeded(await clinic.demo.stranger.call("resolve.search", { country: "uy", ...input }));
      return body.data.map(({ id }: { id: string }) => id);
    };
    expect(await search({})).toEqual([second, first]);
    expect(await search({ vertical: "yoga_1" })).toEqual([first]);
    for (const vertical of ["yoga", "yogaX1", "%"]) expect(await search({ vertical })).toEqual([]);
    expect(await search({ limit: 1, page: 2 })).toEqual([first]);
    expectRefusal(await clinic.demo.stranger.call("resolve.search", { country: "Uruguay" }), "VALIDATION_ERROR");
  });
});

describe("a registration", () => {
  it("is found in its own country only", async () => {
    const slug = await registered();
    expectRefusal(await clinic.demo.stranger.call("resolve.lookup", { country: "ar", org_slug: slug }), "NOT_FOUND");
    expectRefusal(await clinic.demo.stranger.call("trust.get_score", { country: "ar", org_slug: slug }), "NOT_FOUND");
  });

  it("moves to other endpoints and keeps what it is", async () => {
    const slug = await registered({ health_url: `${elsewhere.url}/health`, verticals: ["wellness"] });
    const before = await record(slug);
    const moved = { country: "cl", org_slug: slug, mcp_url: "https://nueva.example/mcp" };
    succeeded(await clinic.call("organization", "resolve.update_endpoint", moved));
    expect(await record(slug)).toEqual({
      ...before,
      endpoint: { ...before.endpoint, mcp: "https://nueva.example/mcp" },
    });
    expectRefusal(
      await clinic.call("organization", "resolve.update_endpoint", { country: "cl", org_slug: slug }),
      "VALIDATION_ERROR",
    );
  });

  it.each(["resolve.update_endpoint", "telemetry.heartbeat"] as const)(
    "takes %s from its holder only",
    async (operation) => {
      const slug = await registered();
      const input = {
        country: "cl",
        org_slug: slug,
        ...(operation === "telemetry.heartbeat" ? { heartbeat: true } : { rest_url: elsewhere.url }),
      };
      expectRefusal(await clinic.demo.stranger.call(operation, input), "UNAUTHORIZED");
      expectRefusal(await clinic.call("foreign_organization", operation, input), "NOT_FOUND");
      expectRefusal(await clinic.call("provider", operation, input), "FORBIDDEN");
      expectRefusal(await clinic.call("organization", operation, { ...input, org_slug: "nobody-here" }), "NOT_FOUND");
      const foreign = await TestAgent.for(clinic, "foreign_organization", {
        scopes: ["resolve:write", "telemetry:write"],
      });
      expectRefusal(await foreign.call(operation, input), "CONTEXT_MISMATCH");
      const scope = operation === "telemetry.heartbeat" ? "telemetry:write" : "resolve:write";
      const own = await TestAgent.for(clinic, "organization", { scopes: [scope] });
      const answer = await own.call(operation, input);
      expect(["CONFIRMATION_REQUIRED", undefined], answer.text).toContain(answer.errors[0]?.code);
    },
  );

  it("is inactive after 7 days of silence, and active again with the next sign of life", async () => {
    const slug = await registered();
    const start = clinic.demo.clock.now();
    const status = async () => (await record(slug)).status;
    clinic.demo.clock.set(start + 7 * DAY);
    expect(await status()).toBe("active");
    clinic.demo.clock.set(start + 7 * DAY + 1);
    expect(await status()).toBe("inactive");
    const beat = { country: "cl", org_slug: slug, heartbeat: true, metrics: { services_active: 3 } };
    const answer = succeeded(await clinic.call("organization", "telemetry.heartbeat", beat));
    expect(answer.body.data.attributes).toMatchObject({
      status: "active",
      trust: { score: 10, last_seen: clinic.now },
    });
    const report = await clinic.demo.stranger.call("trust.get_score", { country: "cl", org_slug: slug });
    expect(report.body.data).toMatchObject({
      type: "trust_scores",
      id: slug,
      attributes: { org_slug: slug, country: "cl", status: "active", trust: { level: "unverified" } },
    });
  });

  it("has a log that the database itself keeps", async () => {
    const slug = await registered();
    const input = { country: "cl", org_slug: slug };
    succeeded(
      await clinic.call("organization", "telemetry.heartbeat", {
        ...input,
        heartbeat: true,
        metrics: { services_active: 2 },
      }),
    );
    succeeded(
      await clinic.call("organization", "resolve.update_endpoint", { ...input, health_url: `${elsewhere.url}/h` }),
    );
    const { database } = clinic.demo.node.services;
    const events = await database.read(({ db }) =>
      db.selectFrom("registration_events").selectAll().where("slug", "=", slug).orderBy("at").orderBy("id").execute(),
    );
    expect(events.map(({ kind }) => kind)).toEqual(["registered", "heartbeat", "endpoint_moved"]);
    expect(events[1]?.detail).toEqual({ services_active: 2 });
    await expect(
      database.transaction(({ db }) => db.deleteFrom("registration_events").where("slug", "=", slug).execute()),
    ).rejects.toThrow(/never changed or deleted/);
  });
});

describe("a body for the path that two operations share", () => {
  const send = (body: unknown) =>
    clinic.demo.as("organization").send("PATCH", `/servicialo/v1/resolve/cl/${shared}/endpoint`, {
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    });
  let shared: string;
  beforeAll(async () => {
    shared = await registered();
  });

  it("means a heartbeat exactly when it says heartbeat: true", async () => {
    const before = (await record(shared)).endpoint;
    succeeded(await send({ heartbeat: true, rest_url: "https://other.example/v1" }));
    expect((await record(shared)).endpoint).toEqual(before);
    for (const heartbeat of [false, "true", 1]) expectRefusal(await send({ heartbeat }), "VALIDATION_ERROR");
  });

  it("is held against the schema of what it means, and of nothing else", async () => {
    const answer = await send({
      heartbeat: true,
      metrics: { services_active: "many" },
      rest_url: "https://other.example/v1",
    });
    expectRefusal(answer, "VALIDATION_ERROR");
    expect(answer.errors.map(({ source }) => source?.pointer)).toEqual(["/metrics/services_active"]);
  });
});

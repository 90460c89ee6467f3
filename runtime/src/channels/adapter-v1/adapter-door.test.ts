import { type AdapterCall, adapterCalls, adapterWords } from "@servicialo/schema/0.8/adapter-binding";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyAudit } from "../../audit/verify-audit.ts";
import { issueApiKey } from "../../credentials/api-keys.ts";
import { everythingAddressed } from "../../testing/addressed.ts";
import { issue, trailOf } from "../../testing/agents.ts";
import { Clinic, PLACE, succeeded } from "../../testing/clinic.ts";
import type { ErrorEntry, Party, TestAnswer } from "../../testing/party-client.ts";
import { type SampleRequest, sampleRequests } from "../../testing/sample-requests.ts";
import { storedDigest } from "../../testing/stored-rows.ts";
import { clientPlace } from "./client-place.ts";
import { type ClientRequest, clientRequest, clientWord } from "./testing/client-request.ts";

const asked = adapterCalls.filter(({ operation, asks }) => operation === asks);
const plain = asked.filter(({ composed }) => composed === null);
const guarded = asked.filter(({ operation }) => operations[operation].tier === "credential");
const named = (calls: readonly AdapterCall[]) =>
  calls.map((call) => [`${call.method} ${call.path}${call.when ? ` with ${call.when.anyOf}` : ""}`, call] as const);

let clinic: Clinic;
let samples: Partial<Record<OperationId, SampleRequest>>;

beforeAll(async () => {
  clinic = await Clinic.open();
  samples = sampleRequests(clinic, await everythingAddressed(clinic));
}, 60_000);
afterAll(() => clinic.close());

/** What the operation is asked with; where a call names something else in its path, that. */
function sampleOf({ operation, path }: AdapterCall): SampleRequest {
  if (path.includes("{client_id}")) return { input: { client_id: clinic.id("María") }, as: "organization" };
  return samples[operation] ?? { input: {}, as: "organization" };
}

function send(as: Party | null, { method, target, body }: ClientRequest): Promise<TestAnswer> {
  const client = as === null ? clinic.demo.stranger : clinic.demo.as(as);
  const headers = { "content-type": "application/json" };
  return client.send(method, target, { headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
}

const codes = ({ status, errors }: TestAnswer) => [status, errors.map(({ code }) => code).sort()];
const placesOf = (errors: readonly ErrorEntry[]) =>
  errors.map(({ source }) => source?.pointer ?? source?.parameter ?? "").sort();

describe("every call of the table", () => {
  it.each(named(asked))("%s is served, and answers JSON", async (_, call) => {
    const { input, as } = sampleOf(call);
    const answer = await send(as, clientRequest(call, input));
    expect(answer.body, answer.text).toBeDefined();
    expect(answer.status).not.toBe(405);
    expect(answer.status).not.toBe(501);
    expect(answer.errors[0]?.detail ?? "").not.toBe("There is nothing at this path.");
    expect(answer.headers.get("x-servicialo-version")).toBe("0.8");
    if (answer.status < 300) expect(answer.headers.get("content-type")).toBe("application/json");
  });

  it.each(named(guarded))("%s is refused without a key", async (_, call) => {
    const answer = await send(null, clientRequest(call, sampleOf(call).input));
    expect(codes(answer)).toEqual([401, ["UNAUTHORIZED"]]);
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
  });

  it.each(named(plain))("%s is refused like the HTTP profile does, at the members of the client", async (_, call) => {
    const { input, as } = sampleOf(call);
    const { pathParameters } = operations[call.asks] as { pathParameters: readonly string[] };
    for (const { input: member, name } of call.members) {
      if (member.includes(".") || member === "actor" || pathParameters.includes(member)) continue;
      const wrong = { ...input, [member]: call.method === "GET" ? "\u0000" : [[null]] };
      const expected = await clinic.call(as, call.asks, wrong);
      if (expected.status < 300) continue;
      const request = clientRequest(call, { ...wrong, [member]: undefined });
      const answer = await send(as, withMember(request, name, wrong[member]));
      expect(codes(answer), `${name}: ${answer.text}`).toEqual(codes(expected));
      const places = expected.errors.map(({ source }) => placeForClient(call, source, { [member]: name }));
      expect(placesOf(answer.errors)).toEqual(places.sort());
    }
  });

  it.each(named(guarded))("%s of another organization is not found, and nothing of it is told", async (_, call) => {
    const { input } = sampleOf(call);
    const foreign = await send("foreign_organization", clientRequest(call, input));
    const ownId = Object.entries(input).some(([name]) => /_id$/.test(name) && name !== "organization_id");
    if (!ownId) return;
    expect(foreign.status, foreign.text).toBeGreaterThanOrEqual(400);
    expect(foreign.text).not.toMatch(/Camila|María|Physiotherapy/);
  });
});

function withMember(request: ClientRequest, name: string, value: unknown): ClientRequest {
  if (request.body !== undefined) return { ...request, body: { ...request.body, [name]: value } };
  const url = new URL(request.target, "http://node");
  url.searchParams.delete("undefined");
  url.searchParams.set(name, String(value));
  return { ...request, target: `${url.pathname}${url.search}` };
}

/** By the table alone: the place in the client's request that stands for one in the HTTP profile's. */
function placeForClient(call: AdapterCall, source: ErrorEntry["source"], said: Record<string, string>): string {
  const { pointer, parameter } = source ?? {};
  const [input = "", ...rest] = (pointer ?? parameter ?? "").replace(/^(?:\/data\/attributes)?\//, "").split("/");
  const name = said[input] ?? call.members.find((member) => member.input === input)?.name ?? input;
  const place = [name, ...rest].join("/");
  return pointer === undefined ? place : `/${place}`;
}

describe("the words of the clients", () => {
  it.each(Object.entries(adapterWords.ServiceState))("%s means %s", async (word, state) => {
    const id = await clinic.sessionIn("requested");
    const reason = { reason: "as it came" };
    const spoken = await send("organization", {
      method: "POST",
      target: `/v1/sessions/${id}/transition`,
      body: { to: word, ...reason },
    });
    const plainly = await clinic.transition("organization", await clinic.sessionIn("requested"), {
      to_state: state,
      ...reason,
    });
    expect(codes(spoken)).toEqual(codes(plainly));
    expect(clientWord("ServiceState", state)).toBeDefined();
  });

  it("are understood beside the protocol's own", async () => {
    const id = await clinic.sessionIn("requested");
    const target = `/v1/sessions/${id}/lifecycle/transition`;
    expect((await send("organization", { method: "POST", target, body: { toState: "agendado" } })).body.status).toBe(
      "scheduled",
    );
    expect((await send("organization", { method: "POST", target, body: { to_state: "confirmed" } })).body.status).toBe(
      "confirmed",
    );
    const strange = await send("organization", { method: "POST", target, body: { toState: "constructor" } });
    expect(placesOf(strange.errors)).toEqual(["/toState"]);
  });
});

describe("the same session through both doors", () => {
  /** What a session is, without what tells two of them apart. */
  async function shapeOf(id: string): Promise<unknown> {
    const text = JSON.stringify([await clinic.session(id), await clinic.lifecycle(id)]);
    return JSON.parse(
      text.replaceAll(/\b(?:ses|evd|evi|exc|tra)_[0-9A-Z]+|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[-+]\d\d:\d\d)/g, "…"),
    );
  }

  it("ends in the same state with the same history", async () => {
    const parties = {
      service_id: clinic.id("Physiotherapy session"),
      provider_id: clinic.id("Camila Rojas"),
      client_id: clinic.id("María"),
    };
    const http = succeeded(
      await clinic.call("organization", "scheduling.book", { ...parties, starts_at: clinic.nextSlot() }),
    ).body.data.id;
    const { body } = await send("organization", {
      method: "POST",
      target: "/v1/sessions",
      body: {
        serviceId: parties.service_id,
        providerId: parties.provider_id,
        clientId: parties.client_id,
        startTime: clinic.nextSlot(),
      },
    });
    const flat: string = body.id;
    const notes = { evidence_type: "notes", data: { text: "all well", language: "es" } };
    const steps: readonly (readonly [Party, OperationId, string, Record<string, unknown>])[] = [
      ["client", "scheduling.confirm", "confirm", {}],
      ["provider", "delivery.checkin", "checkin", { location: PLACE }],
      ["provider", "delivery.record_evidence", "evidence", notes],
      ["provider", "delivery.checkout", "checkout", { location: PLACE }],
    ];
    for (const [as, operation, path, input] of steps) {
      succeeded(await clinic.call(as, operation, { session_id: http, ...input }));
      succeeded(await send(as, { method: "POST", target: `/v1/sessions/${flat}/${path}`, body: input }));
      expect(await shapeOf(flat)).toEqual(await shapeOf(http));
    }
  });
});

describe("an agent of a published client, which cannot name its mandate", () => {
  async function agentKey(mandateId: string | null): Promise<string> {
    const { database, clock } = clinic.demo.node.services;
    const { token } = await database.transaction(async (tx) => {
      const { id: organizationId } = await tx.db
        .selectFrom("organizations")
        .select("id")
        .where("slug", "=", "clinica-andes")
        .executeTakeFirstOrThrow();
      const key = { organizationId, subjectType: "agent", subjectId: "agent_flat" } as const;
      return issueApiKey(tx, clock, { ...key, ...(mandateId !== null && { mandateId }) });
    });
    return token;
  }

  const actor = { type: "agent", id: "agent_flat" };

  function booking(token: string, body: Record<string, unknown> = {}): Promise<TestAnswer> {
    const wish = {
      serviceId: clinic.id("Physiotherapy session"),
      providerId: clinic.id("Camila Rojas"),
      clientId: clinic.id("María"),
      startTime: clinic.nextSlot(),
    };
    return clinic.demo.stranger.send("POST", "/v1/sessions", {
      body: JSON.stringify({ ...wish, ...body }),
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    });
  }

  it("acts under the one that its key is bound to, and leaves the same trail", async () => {
    const mandateId = await issue(clinic, "organization", { scopes: ["schedule:write"], agentId: "agent_flat" });
    const token = await agentKey(mandateId);
    for (const body of [{ actor }, {}]) {
      const { body: session } = succeeded(await booking(token, body));
      expect((await clinic.lifecycle(session.id)).transitions[0]).toMatchObject({
        by: "agent_flat",
        method: "agent",
        metadata: { mandate_id: mandateId },
      });
    }
    const trail = await trailOf(clinic, mandateId);
    expect(trail.map(({ action }) => action)).toEqual(["mandate.issue", "scheduling.book", "scheduling.book"]);
    expect(trail.at(-1)).toMatchObject({ action_result: "success", agent_id: "agent_flat" });
    const refused = await clinic.demo.stranger.send("GET", "/v1/resources", {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(codes(refused)).toEqual([403, ["SCOPE_INSUFFICIENT"]]);
    expect(await clinic.demo.node.services.database.read(verifyAudit)).toMatchObject({ faults: [] });
  });

  it("is told that it needs one when its key names none, or is not an agent's", async () => {
    const keys = [await agentKey(null), clinic.demo.keys.credentials["organization"]?.token ?? ""];
    for (const token of keys) expect(codes(await booking(token, { actor }))).toEqual([403, ["MANDATE_REQUIRED"]]);
  });
});

describe("the lane", () => {
  const headers = { "content-type": "application/json" };

  it("lets a key be used for its own organization only", async () => {
    const foreign = await clinic.demo.as("organization").send("GET", "/v1/resources", {
      headers: { ...headers, "x-servicialo-org": "tutores-plaza" },
    });
    expect(codes(foreign)).toEqual([403, ["FORBIDDEN"]]);
    const own = await clinic.demo.as("organization").send("GET", "/v1/resources", {
      headers: { ...headers, "x-servicialo-org": "clinica-andes", "x-servicialo-node-token": "svn_whatever" },
    });
    expect(own.body.data.map(({ name }: { name: string }) => name)).toContain("Box 2");
  });

  it("tells a wrong method and an unknown path apart, in the protocol's envelope", async () => {
    const wrong = await clinic.demo.stranger.send("DELETE", "/v1/sessions/ses_1");
    expect([codes(wrong), wrong.headers.get("allow")]).toEqual([[405, ["METHOD_NOT_ALLOWED"]], "PUT"]);
    expect(wrong.headers.get("x-request-id")).toBe(wrong.errors[0]?.meta?.["request_id"]);
    expect(codes(await clinic.demo.stranger.send("GET", "/v1/nothing"))).toEqual([404, ["NOT_FOUND"]]);
    expect(codes(await clinic.demo.stranger.send("GET", "/api/benchmarks"))).toEqual([404, ["NOT_FOUND"]]);
  });

  it("leaves it to the HTTP profile to judge what is no object, no JSON, or neither", async () => {
    const book = (body: string, type = "application/json") =>
      clinic.demo.as("organization").send("POST", "/v1/sessions", { body, headers: { "content-type": type } });
    expect(codes(await book('{"serviceId":'))).toEqual([400, ["MALFORMED_REQUEST"]]);
    expect(codes(await book("[1]"))).toEqual([422, ["VALIDATION_ERROR"]]);
    expect(codes(await book("hello", "text/plain"))).toEqual([415, ["UNSUPPORTED_MEDIA_TYPE"]]);
    expect(codes(await book(JSON.stringify({ serviceId: "x".repeat(1_100_000) })))).toEqual([
      413,
      ["PAYLOAD_TOO_LARGE"],
    ]);
  });

  it("asks for the sale of a payment by the client's name for it", async () => {
    const target = "/v1/payments";
    const body = { amount: 1000, paymentMethod: "efectivo" };
    const unnamed = await send("organization", { method: "POST", target, body });
    expect([codes(unnamed), placesOf(unnamed.errors)]).toEqual([[422, ["VALIDATION_ERROR"]], ["/ventaId"]]);
    const unknown = await send("organization", { method: "POST", target, body: { ...body, ventaId: "sal_none" } });
    expect(codes(unknown)).toEqual([404, ["NOT_FOUND"]]);
  });

  it("changes a resource that is put out of use among other changes", async () => {
    const { body: created } = await send("organization", {
      method: "POST",
      target: "/v1/resources",
      body: { name: "Box 7", type: "box" },
    });
    const { body } = await send("organization", {
      method: "PATCH",
      target: `/v1/resources/${created.id}`,
      body: { isActive: false, name: "Store room" },
    });
    expect(body).toMatchObject({ id: created.id, name: "Store room", is_active: false });
  });

  it("repeats a POST under its idempotency key once", async () => {
    const request = {
      body: JSON.stringify({ email: "once@correo.example", name: "Una", lastName: "Vez" }),
      headers: { ...headers, "idempotency-key": "flat-1" },
    };
    const first = await clinic.demo.as("organization").send("POST", "/v1/clients", request);
    const before = await storedDigest(clinic.demo);
    const second = await clinic.demo.as("organization").send("POST", "/v1/clients", request);
    expect(second.text).toBe(first.text);
    expect(second.headers.get("idempotent-replayed")).toBe("true");
    expect(await storedDigest(clinic.demo)).toEqual(before);
  });

  it("pages what it puts together, and leaves it to the operation to refuse what is no page", async () => {
    const target = "/v1/organizations/clinica-andes/availability?from=2026-03-11&to=2026-03-12";
    const all = await clinic.demo.stranger.send("GET", `${target}&perPage=100`);
    const second = await clinic.demo.stranger.send("GET", `${target}&perPage=7&page=2`);
    expect(second.body).toMatchObject({ total: all.body.total, page: 2, limit: 7 });
    expect(second.body.slots).toEqual(all.body.slots.slice(7, 14));
    const wrong = await clinic.demo.stranger.send("GET", `${target}&perPage=0`);
    expect([codes(wrong), placesOf(wrong.errors)]).toEqual([[422, ["VALIDATION_ERROR"]], ["perPage"]]);
    const when = await clinic.demo.stranger.send("GET", target.replace("from=2026-03-11", "from=soon"));
    expect(placesOf(when.errors)).toEqual(["from"]);
    const search = await clinic.demo.stranger.send("GET", "/v1/registry?limit=1&page=2");
    expect(search.body).toMatchObject({ total: 2, page: 2, limit: 1, data: [{ slug: "tutores-plaza" }] });
    expect(placesOf((await clinic.demo.stranger.send("GET", "/v1/registry?limit=many")).errors)).toEqual(["limit"]);
  });

  it("tells the rate of public answers, and passes on how long to wait", async () => {
    const limited = await Clinic.open({ publicRateLimit: 2 });
    try {
      const first = await limited.demo.stranger.send("GET", "/v1/manifest");
      expect(first.headers.get("x-ratelimit-remaining")).toBe("1");
      await limited.demo.stranger.send("GET", "/v1/manifest");
      const third = await limited.demo.stranger.send("GET", "/v1/manifest");
      expect(codes(third)).toEqual([429, ["RATE_LIMITED"]]);
      expect(Number(third.headers.get("retry-after"))).toBeGreaterThan(0);
    } finally {
      await limited.close();
    }
  });
});

describe("the place of an error", () => {
  const call = adapterCalls.find(({ path }) => path === "/v1/sessions/{session_id}/checkin") as AdapterCall;
  const placed = (said: Record<string, string>, place: string) =>
    clientPlace({ call, said: new Map(Object.entries(said)) }, place.split("/")).join("/");

  it("is the member that the client named, or would have named", () => {
    expect(placed({}, "timestamp")).toBe("timestamp");
    expect(placed({ timestamp: "at" }, "timestamp")).toBe("at");
    expect(placed({ location: "location" }, "location/lat")).toBe("location/lat");
    expect(placed({ "location.lat": "lat" }, "location/lat")).toBe("lat");
    expect(placed({ "location.lat": "lat" }, "location/lng")).toBe("lng");
    expect(placed({ "location.lat": "lat" }, "location")).toBe("lat");
    expect(placed({}, "unheard_of/0")).toBe("unheard_of/0");
  });
});

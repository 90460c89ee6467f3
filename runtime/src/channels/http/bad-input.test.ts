import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { servedOperations } from "../../operations/served-operations.ts";
import { everythingAddressed } from "../../testing/addressed.ts";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import type { Party, TestAnswer } from "../../testing/party-client.ts";
import { expectRefusal } from "../../testing/refusal.ts";
import { attributeFaults, type Fault, parameterFaults } from "../../testing/request-faults.ts";
import { type SampleRequest, sampleRequests } from "../../testing/sample-requests.ts";
import { storedDigest } from "../../testing/stored-rows.ts";
import { JSON_API } from "./media-types.ts";

const BODY_LIMIT = 40_000;

let clinic: Clinic;
let samples: ReturnType<typeof sampleRequests>;
let before: Record<string, string>;

beforeAll(async () => {
  clinic = await Clinic.open({ bodyLimitBytes: BODY_LIMIT });
  samples = sampleRequests(clinic, await everythingAddressed(clinic));
  before = await storedDigest(clinic.demo);
});
afterAll(() => clinic.close());
afterEach(async () => {
  expect(await storedDigest(clinic.demo), "a refused request wrote something").toEqual(before);
});

const served = servedOperations();
const commands = served.filter((id) => operations[id].commandType !== null);
const guarded = served.filter((id) => ["credential", "principal", "administrator"].includes(operations[id].tier));
const enveloped = served.filter((id) => operations[id].tier !== "infrastructure" || operations[id].basePath !== "");

/** A request that only the fault under test makes wrong. */
function sample(id: OperationId, changes: Record<string, unknown> = {}): SampleRequest {
  const { input, as } = samples[id] ?? { input: {}, as: "organization" as Party };
  return { input: { ...input, ...changes }, as };
}

function call(
  id: OperationId,
  changes: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<TestAnswer> {
  const { input, as } = sample(id, changes);
  return clinic.call(as, id, input, headers);
}

/** Sends a body of the test's own making to where the operation lives. */
function sendBody(
  id: OperationId,
  body: string,
  headers: Record<string, string> = { "content-type": JSON_API },
): Promise<TestAnswer> {
  const { as } = sample(id);
  return clinic.demo.as(as).send(operations[id].method, target(id), { body, headers });
}

/** The path parameter that names something stored; a country, for one, names nothing. */
function named(id: OperationId): string | undefined {
  return (operations[id].pathParameters as readonly string[]).find((name) => /_(id|slug|token)$/.test(name));
}

function target(id: OperationId): string {
  const { input } = sample(id);
  return operations[id].url.replace(/\{(\w+)\}/g, (_, name: string) => String(input[name]));
}

function attributesOf(id: OperationId): Record<string, unknown> {
  const { input, as } = sample(id);
  const own: readonly string[] = operations[id].attributes;
  const attributes = Object.fromEntries(Object.entries(input).filter(([name]) => own.includes(name)));
  return operations[id].actor === "required" ? { ...attributes, actor: clinic.demo.as(as).actor } : attributes;
}

const everyFault = (ids: readonly OperationId[], faults: (id: OperationId) => Fault[]) =>
  ids.flatMap((id) => faults(id).map((fault) => [id, fault.member, fault.what, fault] as const));

describe("every served operation", () => {
  it.each(enveloped)(
    "%s answers an unknown version with 406 UNSUPPORTED_VERSION and the versions it speaks",
    async (id) => {
      for (const version of ["0.9", "1", "latest"]) {
        const answer = await call(id, {}, { "x-servicialo-version": version });
        expectRefusal(answer, "UNSUPPORTED_VERSION");
        expect(answer.errors[0]?.meta?.["supported"]).toEqual(["0.8"]);
      }
    },
  );

  it.each(enveloped)("%s answers an Accept without JSON with 406 NOT_ACCEPTABLE", async (id) => {
    expectRefusal(await call(id, {}, { accept: "text/html" }), "NOT_ACCEPTABLE");
    expectRefusal(
      await call(id, {}, { accept: "application/json;q=0, application/vnd.api+json;q=0" }),
      "NOT_ACCEPTABLE",
    );
  });

  it.each(served)("%s answers methods that its path does not have with 405 and Allow", async (id) => {
    const { url } = operations[id];
    const taken = served
      .concat(Object.keys(operations) as OperationId[])
      .filter((other) => shape(operations[other].url) === shape(url));
    const allowed = new Set<string>(taken.map((other) => operations[other].method));
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((one) => !allowed.has(one))) {
      for (const contentType of [JSON_API, "text/plain"]) {
        const body = method === "GET" ? {} : { body: "{}", headers: { "content-type": contentType } };
        const answer = await clinic.demo.stranger.send(method, target(id), body);
        expectRefusal(answer, "METHOD_NOT_ALLOWED");
        expect(new Set(answer.headers.get("allow")?.split(", "))).toEqual(allowed);
      }
    }
  });
});

describe("every operation that needs a credential", () => {
  const unknownKey = `svk_${"0".repeat(16)}_${"A".repeat(43)}`;
  it.each(guarded)(
    "%s answers a missing, malformed or unknown credential with 401 and WWW-Authenticate",
    async (id) => {
      for (const authorization of [undefined, "Bearer", "Bearer nonsense", "Basic bWU6bWU=", `Bearer ${unknownKey}`]) {
        const headers = { "content-type": JSON_API, ...(authorization !== undefined && { authorization }) };
        const { method } = operations[id];
        const answer = await clinic.demo.stranger.send(
          method,
          target(id),
          method === "GET" ? { headers } : { headers, body: "{}" },
        );
        expectRefusal(answer, "UNAUTHORIZED");
        expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
      }
    },
  );

  const addressed = guarded.filter((id) => named(id) !== undefined);
  it.each(addressed)("%s answers an unknown id, and another organization's, with 404", async (id) => {
    const name = named(id);
    for (const unknown of ["ses_unknown", "' or 1=1 --", "x".repeat(200), "%00"]) {
      expectRefusal(await call(id, { [name ?? ""]: unknown }), "NOT_FOUND");
    }
    const stranger: Party = sample(id).as === "provider" ? "foreign_provider" : "foreign_organization";
    const offer = clinic.id("Supervision for staff");
    const foreign = id === "contract.get" ? { ...sample(id).input, service_id: offer } : sample(id).input;
    expectRefusal(await clinic.call(stranger, id, foreign), "NOT_FOUND");
  });
});

describe("every public operation", () => {
  const open = served.filter((id) => named(id) !== undefined && !guarded.includes(id));
  it.each(open)("%s answers an unknown or impossible name in its path with 404", async (id) => {
    const name = named(id);
    for (const unknown of ["nobody-here", "NOT A SLUG", "-"])
      expectRefusal(await call(id, { [name ?? ""]: unknown }), "NOT_FOUND");
  });
});

describe("every command", () => {
  it.each(commands)("%s answers a body that is no JSON with 400 MALFORMED_REQUEST", async (id) => {
    for (const body of ['{"data":', "{'data': {}}", "\u0000", '{"a":1}}'])
      expectRefusal(await sendBody(id, body), "MALFORMED_REQUEST");
  });

  it.each(commands)("%s answers a body of another media type with 415", async (id) => {
    for (const contentType of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "application/jsonp",
    ]) {
      expectRefusal(await sendBody(id, "{}", { "content-type": contentType }), "UNSUPPORTED_MEDIA_TYPE");
    }
    expectRefusal(
      await sendBody(id, "", { "content-type": "text/plain", "content-length": "0" }),
      "UNSUPPORTED_MEDIA_TYPE",
    );
  });

  it.each(commands)("%s answers a body over the limit with 413", async (id) => {
    const attributes = { ...attributesOf(id), padding: "x".repeat(BODY_LIMIT) };
    expectRefusal(
      await sendBody(id, JSON.stringify({ data: { type: operations[id].commandType, attributes } })),
      "PAYLOAD_TOO_LARGE",
    );
  });

  it.each(commands)("%s answers another data.type, and an envelope that is none, with 422", async (id) => {
    const attributes = attributesOf(id);
    const type = operations[id].commandType;
    const wrong: readonly (readonly [unknown, string])[] = [
      [{ data: { type: "no_such_type", attributes } }, "/data/type"],
      [{ data: { attributes } }, "/data/type"],
      [{ data: { type } }, "/data/attributes"],
      [{ data: { type, attributes: [] } }, "/data/attributes"],
      [{ data: [] }, "/data"],
      [{ data: null }, "/data"],
      [{}, "/data"],
      [[], ""],
      [null, ""],
      ["text", ""],
    ];
    for (const [body, pointer] of wrong)
      expectRefusal(await sendBody(id, JSON.stringify(body)), { code: "VALIDATION_ERROR", pointer });
  });

  it.each(everyFault(commands, attributeFaults))(
    "%s answers %s when it is %s with 422 and points at it",
    async (id, member, _what, fault) => {
      const attributes = { ...attributesOf(id), [member]: fault.value };
      const answer = await sendBody(id, JSON.stringify({ data: { type: operations[id].commandType, attributes } }));
      expectRefusal(answer, { code: "VALIDATION_ERROR", pointer: `/data/attributes/${member}` });
    },
  );

  it.each(commands.filter((id) => operations[id].actor === "required"))(
    "%s answers a request without actor with 422",
    async (id) => {
      const { actor: _, ...attributes } = attributesOf(id);
      const answer = await sendBody(id, JSON.stringify({ data: { type: operations[id].commandType, attributes } }));
      expectRefusal(answer, { code: "VALIDATION_ERROR", pointer: "/data/attributes/actor" });
    },
  );

  it.each(commands.filter((id) => (operations[id].attributes as readonly string[]).includes("actor")))(
    "%s answers the claim to be somebody else with 403",
    async (id) => {
      const { as } = sample(id);
      const type = as === "provider" ? "provider" : "client";
      for (const actor of [
        { type, id: "unknown" },
        { type, id: clinic.demo.as(`foreign_${type}`).id },
        clinic.demo.as("foreign_organization").actor,
      ]) {
        expectRefusal(await call(id, { actor }), "FORBIDDEN");
      }
    },
  );
});

describe("every operation with query parameters", () => {
  it.each(everyFault(served, parameterFaults))(
    "%s answers %s when it is %s with 422 and names it",
    async (id, member, _what, fault) => {
      expectRefusal(await call(id, { [member]: fault.value }), { code: "VALIDATION_ERROR", parameter: member });
    },
  );
});

describe("an id in a body that this organization does not have", () => {
  const named: Partial<Record<OperationId, readonly string[]>> = {
    "scheduling.book": [
      "service_id",
      "provider_id",
      "client_id",
      "resource_id",
      "service_order_id",
      "payment_intent_id",
    ],
    "payments.create_sale": ["service_id", "provider_id", "client_id", "session_id"],
  };
  const foreignNames: Record<string, string> = {
    service_id: "Mathematics tutoring",
    provider_id: "Inés Carrasco",
    client_id: "Tomás",
  };
  const members = Object.entries(named).flatMap(([id, all]) =>
    all.map((member) => [id as OperationId, member] as const),
  );

  it.each(members)("is refused by %s with 422, pointing at %s", async (id, member) => {
    const name = foreignNames[member];
    for (const wrong of ["unknown", ...(name === undefined ? [] : [clinic.id(name)])]) {
      expectRefusal(await call(id, { [member]: wrong }), {
        code: "VALIDATION_ERROR",
        pointer: `/data/attributes/${member}`,
      });
    }
  });
});

describe("the samples of these tests", () => {
  it("are there for every operation that cannot be called without input", () => {
    const needy = served.filter((id) => operations[id].pathParameters.length > 0 || operations[id].bodyRequired);
    expect(needy.filter((id) => samples[id] === undefined)).toEqual([]);
  });

  it("are accepted once nothing is wrong with them", async () => {
    // The clinic's neighbour is published, too, so no card stands at the host's root.
    const isRootCard = (id: OperationId) => id.startsWith("discovery.get_root_");
    for (const id of served.filter((one) => operations[one].method === "GET" && !isRootCard(one))) {
      succeeded(await call(id));
    }
    for (const id of commands.filter((one) => guarded.includes(one)))
      expect((await clinic.call("foreign_client", id, sample(id).input)).status, id).not.toBe(200);
  });
});

function shape(url: string): string {
  return url.replace(/\{\w+\}/g, "{}");
}

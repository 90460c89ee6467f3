import { ServicialoClient, UnreadableAnswer } from "@servicialo/schema/0.8/client";
import { describe, expect, expectTypeOf, it } from "vitest";

/** A client whose node answers everything alike, and what it was asked. */
function clientOf(status: number, body: unknown, token: string | null = "secret") {
  const requests: Request[] = [];
  const client = new ServicialoClient({
    url: "http://node.example/",
    token,
    fetch: async (request) => {
      requests.push(request);
      return new Response(typeof body === "string" ? body : JSON.stringify(body), { status });
    },
  });
  return { client, requests };
}

const BOOKING = { service_id: "svc_1", provider_id: "prv_1", client_id: "cli_1", starts_at: "2026-03-03T12:00:00Z" };
const SESSION = { data: { type: "sessions", id: "ses_1", attributes: { id: "ses_1" } } };

describe("the generated client", () => {
  it("sends a command in its envelope, with version, credential and a key of its own", async () => {
    const { client, requests } = clientOf(201, SESSION);
    await client.call("scheduling.book", BOOKING);
    await client.call("scheduling.book", BOOKING, { idempotencyKey: "again" });
    const [request, repeated] = requests;
    expect([request?.method, request?.url]).toEqual(["POST", "http://node.example/servicialo/v1/sessions"]);
    expect(await request?.json()).toEqual({ data: { type: "sessions", attributes: BOOKING } });
    expect(request?.headers.get("x-servicialo-version")).toBe("0.8");
    expect(request?.headers.get("authorization")).toBe("Bearer secret");
    expect(request?.headers.get("content-type")).toBe("application/vnd.api+json");
    expect(request?.headers.get("idempotency-key")).toMatch(/^[0-9a-f-]{36}$/);
    expect(repeated?.headers.get("idempotency-key")).toBe("again");
  });

  it("puts parameters into path and query, and calls public operations without a credential", async () => {
    const { client, requests } = clientOf(200, { data: [], meta: {}, links: {} }, null);
    await client.call("services.list", { org_slug: "a b/c", page: 2 });
    expect(requests[0]?.url).toBe("http://node.example/servicialo/v1/organizations/a%20b%2Fc/services?page=2");
    expect(requests[0]?.headers.has("authorization")).toBe(false);
    expect(requests[0]?.body).toBeNull();
  });

  it("gives typed answers and typed refusals", async () => {
    const { client } = clientOf(201, SESSION);
    const answer = await client.call("scheduling.book", BOOKING);
    if (answer.refused) throw new Error("refused");
    expectTypeOf(answer.status).toEqualTypeOf<201>();
    expectTypeOf(answer.body.data.type).toEqualTypeOf<"sessions">();
    expect(answer.body.data.id).toBe("ses_1");
    const refusal = await clientOf(409, {
      errors: [{ status: "409", code: "RESOURCE_CONFLICT", title: "Taken" }],
    }).client.call("scheduling.book", BOOKING);
    expect(refusal).toMatchObject({ refused: true, status: 409, errors: [{ code: "RESOURCE_CONFLICT" }] });
    // @ts-expect-error the start is required
    await client.call("scheduling.book", { service_id: "svc_1", provider_id: "prv_1", client_id: "cli_1" });
    // @ts-expect-error no such operation
    await expect(client.call("scheduling.dream", {})).rejects.toThrow();
  });

  it("tells a documented failure from a refusal", async () => {
    const { client } = clientOf(503, { status: "unavailable" });
    expect(await client.call("health.ready")).toMatchObject({
      refused: false,
      status: 503,
      body: { status: "unavailable" },
    });
  });

  it("throws at what is no answer of the protocol", async () => {
    await expect(clientOf(502, "<h1>Bad gateway</h1>").client.call("capabilities.get")).rejects.toThrow(
      UnreadableAnswer,
    );
    await expect(clientOf(418, {}).client.call("capabilities.get")).rejects.toThrow(/capabilities\.get has status 418/);
    await expect(clientOf(200, "").client.call("capabilities.get")).rejects.toThrow(UnreadableAnswer);
  });
});

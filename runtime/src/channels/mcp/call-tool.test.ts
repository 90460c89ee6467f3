import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import { answered, callTool, connectOverHttp } from "../../testing/mcp-client.ts";

let clinic: Clinic;
let client: Client;

beforeAll(async () => {
  clinic = await Clinic.open();
  client = await as("organization");
});
afterAll(async () => {
  await client.close();
  await clinic.close();
});

function as(party: string): Promise<Client> {
  return connectOverHttp(`${clinic.demo.node.url}/mcp`, clinic.demo.keys.credentials[party]?.token ?? "");
}

function wish(): Record<string, unknown> {
  return {
    service_id: clinic.id("Physiotherapy session"),
    provider_id: clinic.id("Camila Rojas"),
    client_id: clinic.id("María"),
    starts_at: clinic.nextSlot(),
  };
}

describe("A session over MCP", () => {
  it("is booked, confirmed and read by its client", async () => {
    const maria = await as("client");
    const { actor } = clinic.demo.as("client");
    const booked = answered(await callTool(maria, "scheduling_book", { ...wish(), actor }));
    expect(booked.meta["servicialo/status"]).toBe(201);
    const sessionId: string = booked.body.data.id;
    answered(await callTool(maria, "scheduling_confirm", { session_id: sessionId, actor }));
    const { body } = answered(await callTool(maria, "lifecycle_get_state", { session_id: sessionId }));
    expect(body).toEqual((await clinic.call("client", "lifecycle.get_state", { session_id: sessionId })).body);
    expect(body.data.attributes.current_state).toBe("confirmed");
    await maria.close();
  });

  it("is delivered by its provider, and by nobody else (D-07)", async () => {
    const sessionId = await clinic.sessionIn("in_progress");
    const refused = await callTool(client, "delivery_checkout", {
      session_id: sessionId,
      actor: clinic.demo.as("organization").actor,
    });
    expect(refused.errors[0]?.code).toBe("FORBIDDEN");
    expect(refused.mend).toMatch(/Only the provider/);
    const provider = await as("provider");
    const { actor } = clinic.demo.as("provider");
    answered(await callTool(provider, "delivery_checkout", { session_id: sessionId, actor }));
    await provider.close();
  });

  it("is a stranger's affair to another organization, and looks like nothing", async () => {
    const sessionId = await clinic.sessionIn("requested");
    const foreign = await as("foreign_organization");
    const { errors, mend } = await callTool(foreign, "service_get", { service_id: sessionId });
    expect(errors[0]?.code).toBe("NOT_FOUND");
    expect(mend).toMatch(/Look it up first/);
    await foreign.close();
  });
});

describe("The arguments of a call", () => {
  it.each([
    ["scheduling_book", "/colour"],
    ["lifecycle_get_state", "/colour"],
    ["resource_list", "/colour"],
    ["registry_manifest", "/colour"],
  ])("of %s are sealed: an unknown member is refused where it stands", async (tool, pointer) => {
    const { errors } = await callTool(client, tool, {
      ...(tool === "scheduling_book" && { ...wish(), actor: clinic.demo.as("organization").actor }),
      ...(tool === "lifecycle_get_state" && { session_id: "ses_1" }),
      colour: "red",
    });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ status: "422", code: "VALIDATION_ERROR", source: { pointer } });
  });

  it.each([
    ["lifecycle_get_state", {}, "/session_id"],
    ["lifecycle_get_state", { session_id: 7 }, "/session_id"],
    ["registry_search", { vertical: "health", limit: "many" }, "/limit"],
    ["registry_search", { vertical: ["health"] }, "/vertical"],
    ["registry_search", {}, "/vertical"],
    ["resource_list", { actor: { type: "robot", id: "x" } }, "/actor"],
    ["scheduling_book", { starts_at: "tomorrow" }, "/starts_at"],
  ])("of %s %j are refused at %s", async (tool, input, pointer) => {
    const { errors, mend } = await callTool(client, tool, input);
    expect(errors.map(({ code }) => code)).toContain("VALIDATION_ERROR");
    expect(errors.map(({ source }) => source?.pointer)).toContain(pointer);
    expect(mend).toContain(pointer);
  });

  it.each(["", ".", "..", "a/../../manifest", "%2e%2e", "ñ"])(
    "lead nowhere but to the thing they name: %j is not found",
    async (sessionId) => {
      const { errors } = await callTool(client, "lifecycle_get_state", { session_id: sessionId });
      expect(errors[0]).toMatchObject({ status: "404", code: "NOT_FOUND" });
    },
  );

  it("take the published server's venta_id for sale_id", async () => {
    const sessionId = await clinic.sessionIn("documented");
    const { id: saleId } = succeeded(
      await clinic.call("organization", "payments.create_sale", {
        client_id: clinic.id("María"),
        service_id: clinic.id("Physiotherapy session"),
        provider_id: clinic.id("Camila Rojas"),
        session_id: sessionId,
        unit_price: { value: 35_000, currency: "CLP" },
      }),
    ).body.data;
    const payment = { amount: { value: 1_000, currency: "CLP" }, method: "transferencia" };
    answered(await callTool(client, "payments_record_payment", { venta_id: saleId, ...payment }));
    const both = await callTool(client, "payments_record_payment", { venta_id: saleId, sale_id: saleId, ...payment });
    expect(both.errors[0]?.source?.pointer).toBe("/venta_id");
  });
});

describe("The meta data of a call", () => {
  it("carry the idempotency key: the second call answers the first, and changes nothing", async () => {
    const input = { ...wish(), actor: clinic.demo.as("organization").actor };
    const meta = { "servicialo/idempotency_key": "mcp-book-1" };
    const first = answered(await callTool(client, "scheduling_book", input, meta));
    const second = answered(await callTool(client, "scheduling_book", input, meta));
    expect(second.body).toEqual(first.body);
    expect(second.meta["servicialo/idempotent_replayed"]).toBe(true);
    const other = await callTool(client, "scheduling_book", { ...input, starts_at: clinic.nextSlot() }, meta);
    expect(other.errors[0]?.code).toBe("IDEMPOTENCY_KEY_REUSED");
    expect(other.mend).toMatch(/new key/);
  });

  it.each(["", "with space", "clé", 7.5, { a: 1 }])(
    "make no sense as idempotency key %j where HTTP takes none such",
    async (key) => {
      const input = { ...wish(), actor: clinic.demo.as("organization").actor };
      const { isError, errors } = await callTool(client, "scheduling_book", input, {
        "servicialo/idempotency_key": key,
      });
      if (key === 7.5 || typeof key === "object") expect(isError).toBe(false);
      else expect(errors[0]?.code).toBe("MALFORMED_REQUEST");
    },
  );

  it("carry the version: an unknown one is refused with those that are spoken", async () => {
    answered(
      await callTool(
        client,
        "service_get",
        { service_id: clinic.id("Physiotherapy session") },
        { "servicialo/version": "0.8" },
      ),
    );
    const { errors, mend } = await callTool(client, "registry_manifest", {}, { "servicialo/version": "7.1" });
    expect(errors[0]?.code).toBe("UNSUPPORTED_VERSION");
    expect(mend).toContain("0.8");
  });
});

describe("A credential that is none", () => {
  it.each(["Bearer nonsense", "Basic abc", "Bearer"])(
    "%j ends in UNAUTHORIZED, as a tool error",
    async (authorization) => {
      const nobody = await connectOverHttp(`${clinic.demo.node.url}/mcp`, null, { headers: { authorization } });
      const { errors, mend } = await callTool(nobody, "lifecycle_get_state", { session_id: "ses_1" });
      expect(errors[0]).toMatchObject({ status: "401", code: "UNAUTHORIZED" });
      expect(mend).toMatch(/valid key/);
      answered(await callTool(nobody, "registry_manifest"));
      await nobody.close();
    },
  );

  it("is one for another organization than the connection names", async () => {
    const { token = "" } = clinic.demo.keys.credentials["organization"] ?? {};
    const headers = { "x-servicialo-org": "tutores-plaza" };
    const confused = await connectOverHttp(`${clinic.demo.node.url}/mcp`, token, { headers });
    expect((await callTool(confused, "resource_list", { organization_id: "clinica-andes" })).errors[0]?.code).toBe(
      "FORBIDDEN",
    );
    await confused.close();
  });
});

describe("Too many calls", () => {
  it("end in RATE_LIMITED with the seconds to wait (SVC-MCP-006)", async () => {
    const busy = await Clinic.open({ publicRateLimit: 5, publicRateWindowSeconds: 30 });
    const stranger = await connectOverHttp(`${busy.demo.node.url}/mcp`, null);
    const answers = [];
    for (let call = 0; call < 6; call++) answers.push(await callTool(stranger, "registry_manifest"));
    expect(answers.slice(0, 5).map(({ isError }) => isError)).toEqual([false, false, false, false, false]);
    const last = answers[5];
    expect(last?.errors[0]).toMatchObject({ status: "429", code: "RATE_LIMITED" });
    expect(last?.body.retry_after).toBeGreaterThan(0);
    expect(last?.body.retry_after).toBeLessThanOrEqual(30);
    expect(last?.mend).toContain(`${last?.body.retry_after} seconds`);
    await stranger.close();
    await busy.close();
  });
});

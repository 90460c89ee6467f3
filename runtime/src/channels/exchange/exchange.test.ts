import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agentKey, issue, trailOf } from "../../testing/agents.ts";
import { Clinic } from "../../testing/clinic.ts";
import { type Exchange, inProcess, overNetwork } from "./exchange.ts";
import { operationRequest } from "./operation-request.ts";

let clinic: Clinic;
let exchange: Exchange;
let authorization: string;

beforeAll(async () => {
  clinic = await Clinic.open({ trustedProxies: ["10.0.0.0/8"] });
  exchange = inProcess(clinic.demo.node.app, "adapter");
  authorization = `Bearer ${clinic.demo.keys.credentials["organization"]?.token}`;
});
afterAll(() => clinic.close());

describe("An operation as a request", () => {
  it("has its parameters in path and query, its attributes bare in the body, and its actor in them", () => {
    const actor = { type: "agent", id: "a" };
    expect(operationRequest("scheduling.confirm", { session_id: "a/b?c", actor }, { authorization: null })).toEqual({
      method: "POST",
      target: "/servicialo/v1/sessions/a%2Fb%3Fc/confirm",
      headers: { accept: "application/vnd.api+json", "content-type": "application/json" },
      body: JSON.stringify({ actor }),
    });
  });

  it("has the actor in its header where it has no attributes", () => {
    const actor = { type: "agent", id: "añadir", mandate_id: "m" };
    const { target, headers, body } = operationRequest(
      "resource.list",
      { organization_id: "x", page: 2, actor },
      {
        authorization: "Bearer k",
        version: "0.8",
        idempotencyKey: "i",
        requestId: "r",
        organization: "o",
        nodeToken: "n",
      },
    );
    expect(target).toBe("/servicialo/v1/resources?organization_id=x&page=2");
    expect(body).toBeUndefined();
    expect(JSON.parse(Buffer.from(headers["x-servicialo-actor"] ?? "", "base64").toString())).toEqual(actor);
    expect(headers).toMatchObject({
      authorization: "Bearer k",
      "x-servicialo-version": "0.8",
      "idempotency-key": "i",
      "x-request-id": "r",
      "x-servicialo-org": "o",
      "x-servicialo-node-token": "n",
    });
  });
});

describe("The way to the node", () => {
  it("is the same in process as over the network", async () => {
    const request = operationRequest(
      "service.get",
      { service_id: clinic.id("Physiotherapy session") },
      { authorization },
    );
    const [here, there] = await Promise.all(
      [exchange, overNetwork(`${clinic.demo.node.url}/`, 5_000)].map((way) => way(request, { address: "127.0.0.1" })),
    );
    expect(here?.status).toBe(200);
    expect(here?.body).toEqual(there?.body);
    expect(here?.headers["x-servicialo-version"]).toBe(there?.headers["x-servicialo-version"]);
  });

  it.each([
    [null, false],
    ["192.0.2.7", true],
    ["::ffff:192.0.2.7", true],
    ["198.51.100.1", false],
  ])(
    "tells the address of the peer, behind trusted proxies too: from %s an address list lets through: %s",
    async (address, passes) => {
      const agentId = `agent_${randomUUID()}`;
      const mandateId = await issue(clinic, "organization", {
        agentId,
        scopes: ["resource:read"],
        constraints: { ip_allowlist: address === null ? ["0.0.0.0/0", "::/0"] : ["192.0.2.0/24"] },
      });
      const actor = { type: "agent", id: agentId, mandate_id: mandateId };
      const key = await agentKey(clinic, mandateId, agentId);
      const { status, body } = await exchange(
        operationRequest(
          "resource.list",
          { organization_id: "clinica-andes", actor },
          { authorization: `Bearer ${key}` },
        ),
        { address },
      );
      expect(status).toBe(passes ? 200 : 403);
      if (!passes)
        expect(body).toMatchObject({ errors: [{ code: "CONSTRAINT_VIOLATED", meta: { constraint: "ip_allowlist" } }] });
      const [entry] = (await trailOf(clinic, mandateId)).slice(-1);
      expect(entry.ip_address ?? null).toBe(address);
    },
  );
});

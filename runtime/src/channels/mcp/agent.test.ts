import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agentKey, issue, type Wish } from "../../testing/agents.ts";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import { answered, type ClientWish, callTool, connectOverHttp } from "../../testing/mcp-client.ts";
import type { Party } from "../../testing/party-client.ts";

const EVERYTHING = [
  "schedule:read",
  "schedule:write",
  "service:read",
  "patient:write",
  "mandate:read",
  "resource:read",
];

const CLINIC = { organization_id: "clinica-andes" };

let clinic: Clinic;
let agents = 0;

beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

/** An agent's connection, and the claim under which it acts. */
interface Agent {
  readonly client: Client;
  readonly actor: Record<string, unknown>;
  readonly mandateId: string;
  readonly token: string;
}

async function agentOf(party: Party, wish: Partial<Wish> = {}, connection: ClientWish = {}): Promise<Agent> {
  const agentId = `agent_mcp_${++agents}`;
  const mandateId = await issue(clinic, party, { scopes: EVERYTHING, agentId, ...wish });
  const token = await agentKey(clinic, mandateId, agentId);
  const client = await connectOverHttp(`${clinic.demo.node.url}/mcp`, token, connection);
  return { client, actor: { type: "agent", id: agentId, mandate_id: mandateId }, mandateId, token };
}

function wish(): Record<string, unknown> {
  return {
    service_id: clinic.id("Physiotherapy session"),
    provider_id: clinic.id("Camila Rojas"),
    client_id: clinic.id("María"),
    starts_at: clinic.nextSlot(),
  };
}

describe("An agent over MCP", () => {
  it("books under its mandate, reads under it, and every step is in the trail", async () => {
    const { client, actor, mandateId } = await agentOf("organization");
    const booked = answered(await callTool(client, "scheduling_book", { ...wish(), actor }));
    const sessionId: string = booked.body.data.id;
    const { body } = answered(await callTool(client, "lifecycle_get_state", { session_id: sessionId, actor }));
    expect(body.data.attributes.transitions[0]).toMatchObject({ method: "agent" });
    const trail = succeeded(
      await clinic.call("organization", "mandates.audit", { mandate_id: mandateId, action: "lifecycle.get_state" }),
    );
    expect(trail.body.data[0].attributes).toMatchObject({ action_result: "success", resource_id: sessionId });
    await client.close();
  });

  it("is told without a mandate that it needs one, also in reads", async () => {
    const { client, actor } = await agentOf("organization");
    const { mandate_id: _, ...nameless } = actor;
    for (const input of [CLINIC, { ...CLINIC, actor: nameless }]) {
      const { errors, mend } = await callTool(client, "resource_list", input);
      expect(errors[0]?.code).toBe("MANDATE_REQUIRED");
      expect(mend).toContain("mandate_id");
    }
    await client.close();
  });

  it("is told which scope is missing from which mandate, and whom to ask", async () => {
    const { client, actor, mandateId } = await agentOf("organization", { scopes: ["service:read"] });
    const { errors, mend } = await callTool(client, "scheduling_book", { ...wish(), actor });
    expect(errors[0]).toMatchObject({ status: "403", code: "SCOPE_INSUFFICIENT" });
    expect(mend).toBe(
      `Scope \`schedule:write\` is missing from mandate ${mandateId}. Ask its principal to issue one that grants it; leave this step out until then.`,
    );
    await client.close();
  });

  it("stops when its mandate is revoked between two steps", async () => {
    const { client, actor, mandateId } = await agentOf("organization");
    answered(await callTool(client, "resource_list", { ...CLINIC, actor }));
    succeeded(await clinic.call("organization", "mandates.revoke", { mandate_id: mandateId }));
    const { errors, mend } = await callTool(client, "resource_list", { ...CLINIC, actor });
    expect(errors[0]?.code).toBe("MANDATE_EXPIRED");
    expect(mend).toContain("Stop");
    await client.close();
  });

  it("is judged by its address where the mandate lists addresses", async () => {
    const here = await agentOf("organization", { constraints: { ip_allowlist: ["127.0.0.0/8", "::1"] } });
    answered(await callTool(here.client, "resource_list", { ...CLINIC, actor: here.actor }));
    await here.client.close();
    const elsewhere = await agentOf("organization", { constraints: { ip_allowlist: ["192.0.2.0/24"] } });
    const { errors } = await callTool(elsewhere.client, "resource_list", { ...CLINIC, actor: elsewhere.actor });
    expect(errors[0]).toMatchObject({ code: "CONSTRAINT_VIOLATED", meta: { constraint: "ip_allowlist" } });
    await elsewhere.client.close();
  });
});

describe("What a human has to decide", () => {
  it("is not done: the error says who decides, where, and until when", async () => {
    const { client, actor } = await agentOf("organization");
    const sessionId = await clinic.sessionIn("scheduled");
    const { errors, mend } = await callTool(client, "scheduling_cancel", {
      session_id: sessionId,
      actor,
      reason: "ill",
    });
    expect(errors[0]).toMatchObject({ status: "403", code: "CONFIRMATION_REQUIRED" });
    const { confirmation_id: id, expires_at: until } = errors[0]?.meta ?? {};
    expect(mend).toContain(`${clinic.demo.node.url}/servicialo/v1/confirmation-requests/${id}`);
    expect(mend).toContain(String(until));
    expect((await clinic.lifecycle(sessionId)).current_state).toBe("scheduled");
    const early = await callTool(client, "scheduling_cancel", {
      session_id: sessionId,
      reason: "ill",
      actor: { ...actor, confirmation_id: id },
    });
    expect(early.errors[0]?.code).toBe("CONFIRMATION_INVALID");
    expect(early.mend).toMatch(/not decided yet/);
    succeeded(await clinic.call("organization", "confirmations.approve", { confirmation_id: id }));
    answered(
      await callTool(client, "scheduling_cancel", {
        session_id: sessionId,
        reason: "ill",
        actor: { ...actor, confirmation_id: id },
      }),
    );
    expect((await clinic.lifecycle(sessionId)).current_state).toBe("cancelled");
    await client.close();
  });

  const ASKABLE = { capabilities: { elicitation: {} } } as const;

  it("is done once the person behind the client says that it was approved over HTTP", async () => {
    const { client, actor } = await agentOf("organization", {}, ASKABLE);
    const sessionId = await clinic.sessionIn("scheduled");
    const questions: string[] = [];
    client.setRequestHandler("elicitation/create", async ({ params }) => {
      questions.push(params.message);
      const id = /confirmation-requests\/(\w+)/.exec(params.message)?.[1];
      succeeded(await clinic.call("organization", "confirmations.approve", { confirmation_id: id }));
      return { action: "accept", content: { decided: true } };
    });
    const input = { session_id: sessionId, actor, reason: "ill" };
    answered(await callTool(client, "scheduling_cancel", input));
    expect(questions).toHaveLength(1);
    expect(questions[0]).toContain("This form is not the approval.");
    expect((await clinic.lifecycle(sessionId)).current_state).toBe("cancelled");
    await client.close();
  });

  it("is not approved by the answer of the client: without the decision over HTTP nothing is done", async () => {
    const { client, actor } = await agentOf("organization", {}, ASKABLE);
    const sessionId = await clinic.sessionIn("scheduled");
    client.setRequestHandler("elicitation/create", async () => ({ action: "accept", content: { decided: true } }));
    const { errors, mend } = await callTool(client, "scheduling_cancel", {
      session_id: sessionId,
      actor,
      reason: "ill",
    });
    expect(errors[0]?.code).toBe("CONFIRMATION_INVALID");
    expect(mend).toMatch(/not decided yet/);
    expect((await clinic.lifecycle(sessionId)).current_state).toBe("scheduled");
    await client.close();
  });

  it.each([
    { action: "decline" as const },
    { action: "cancel" as const },
    { action: "accept" as const, content: { decided: false } },
  ])("stays the refusal that it was when the person answers %j", async (answer) => {
    const { client, actor } = await agentOf("organization", {}, ASKABLE);
    const sessionId = await clinic.sessionIn("scheduled");
    client.setRequestHandler("elicitation/create", async () => answer);
    const { errors } = await callTool(client, "scheduling_cancel", { session_id: sessionId, actor, reason: "ill" });
    expect(errors[0]?.code).toBe("CONFIRMATION_REQUIRED");
    expect((await clinic.lifecycle(sessionId)).current_state).toBe("scheduled");
    await client.close();
  });

  it("is asked through a client of an older revision within its session", async () => {
    const { client, actor } = await agentOf("organization", {}, { ...ASKABLE, revision: "2025-11-25" });
    const sessionId = await clinic.sessionIn("scheduled");
    client.setRequestHandler("elicitation/create", async ({ params }) => {
      const id = /confirmation-requests\/(\w+)/.exec(params.message)?.[1];
      succeeded(await clinic.call("organization", "confirmations.approve", { confirmation_id: id }));
      return { action: "accept", content: { decided: true } };
    });
    answered(await callTool(client, "scheduling_cancel", { session_id: sessionId, actor, reason: "ill" }));
    expect((await clinic.lifecycle(sessionId)).current_state).toBe("cancelled");
    await client.close();
  });

  it("is a plain error for a client of an older revision that takes no questions", async () => {
    const { client, actor } = await agentOf("organization", {}, { revision: "2025-11-25" });
    const sessionId = await clinic.sessionIn("scheduled");
    const { errors, mend } = await callTool(client, "scheduling_cancel", {
      session_id: sessionId,
      actor,
      reason: "ill",
    });
    expect(errors[0]?.code).toBe("CONFIRMATION_REQUIRED");
    expect(mend).toContain("confirmation-requests/");
    await client.close();
  });

  it("travels through the client signed, and bound to the caller and the call", async () => {
    const manual = { ...ASKABLE };
    const { client, actor, token } = await agentOf("organization", {}, manual);
    const other = await agentOf("organization", {}, manual);
    const sessionId = await clinic.sessionIn("scheduled");
    const input = { session_id: sessionId, actor, reason: "ill" };
    const state = await stateOf(token, input);
    const answer = { decision: { action: "accept", content: { decided: true } } };
    const forged = `${state.slice(0, -2)}${state.endsWith("AA") ? "BB" : "AA"}`;
    expect(await rawCall(token, input, { requestState: forged, inputResponses: answer })).toMatchObject({
      error: { code: -32602 },
    });
    expect(await rawCall(other.token, input, { requestState: state, inputResponses: answer })).toMatchObject({
      error: { code: -32602 },
    });
    // The state of another call counts as none: the question is asked anew.
    const changed = await rawCall(
      token,
      { ...input, reason: "other" },
      { requestState: state, inputResponses: answer },
    );
    expect(changed).toMatchObject({ result: { resultType: "input_required" } });
    const pending = await rawCall(token, input, { requestState: state, inputResponses: answer });
    expect(pending).toMatchObject({
      result: { isError: true, structuredContent: { errors: [{ code: "CONFIRMATION_INVALID" }] } },
    });
    await client.close();
    await other.client.close();
  });
});

/** What a call that a human has to decide answers to a client of the newest revision. */
async function stateOf(token: string, input: object): Promise<string> {
  const answer = (await rawCall(token, input)) as { result?: { requestState?: string } };
  const state = answer.result?.requestState;
  if (state === undefined) throw new Error(`The call should have asked a person: ${JSON.stringify(answer)}`);
  return state;
}

/** Sends a call as it goes over the wire in the newest revision. */
async function rawCall(token: string, input: object, round: object = {}): Promise<unknown> {
  const response = await fetch(`${clinic.demo.node.url}/mcp`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      "mcp-protocol-version": "2026-07-28",
      "mcp-method": "tools/call",
      "mcp-name": "scheduling_cancel",
    },
    body: JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: {
        name: "scheduling_cancel",
        arguments: input,
        ...round,
        _meta: {
          "io.modelcontextprotocol/protocolVersion": "2026-07-28",
          "io.modelcontextprotocol/clientInfo": { name: "test", version: "1.0.0" },
          "io.modelcontextprotocol/clientCapabilities": { elicitation: {} },
        },
      },
    }),
  });
  return response.json();
}

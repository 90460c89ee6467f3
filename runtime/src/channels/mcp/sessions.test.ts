import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../../build-app.ts";
import { Clinic } from "../../testing/clinic.ts";

const OLDER = "2025-11-25";

let clinic: Clinic;
let endpoint: string;

beforeAll(async () => {
  clinic = await Clinic.open();
  endpoint = `${clinic.demo.node.url}/mcp`;
});
afterAll(() => clinic.close());

const keyOf = (party: string) => clinic.demo.keys.credentials[party]?.token ?? "";

function send(message: object, headers: Record<string, string> = {}, url = endpoint): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      authorization: `Bearer ${keyOf("organization")}`,
      ...headers,
    },
    body: JSON.stringify({ jsonrpc: "2.0", ...message }),
  });
}

/** Greets the server as an older client does; answers the id of its session, if it got one. */
async function greet(
  capabilities: object,
  headers: Record<string, string> = {},
  url = endpoint,
): Promise<string | null> {
  const params = { protocolVersion: OLDER, capabilities, clientInfo: { name: "test", version: "1.0.0" } };
  const answer = await send({ id: 1, method: "initialize", params }, headers, url);
  expect(answer.status).toBe(200);
  await answer.text();
  return answer.headers.get("mcp-session-id");
}

const within = (session: string | null) => ({ "mcp-session-id": session ?? "", "mcp-protocol-version": OLDER });
const LIST = { id: 2, method: "tools/list" };

describe("A session of an older client", () => {
  it("is opened for a client that can be asked, and for no other", async () => {
    for (const capabilities of [{ elicitation: {} }, { sampling: {} }, { roots: {} }]) {
      expect(await greet(capabilities)).toMatch(/^[\x21-\x7e]{20,}$/);
    }
    expect(await greet({})).toBeNull();
  });

  it("belongs to who opened it: to everybody else it is not there", async () => {
    const session = await greet({ elicitation: {} });
    expect((await send(LIST, within(session))).status).toBe(200);
    for (const headers of [
      { authorization: `Bearer ${keyOf("foreign_organization")}` },
      { authorization: "" },
      { "x-servicialo-org": "tutores-plaza" },
    ]) {
      expect((await send(LIST, { ...within(session), ...headers })).status).toBe(404);
    }
    expect((await send(LIST, within("00000000-0000-4000-8000-000000000000"))).status).toBe(404);
    expect((await send(LIST, within(session))).status).toBe(200);
  });

  it("ends when its client says so", async () => {
    const session = await greet({ elicitation: {} });
    const headers = { authorization: `Bearer ${keyOf("organization")}`, ...within(session) };
    expect((await fetch(endpoint, { method: "DELETE", headers })).status).toBe(200);
    expect((await send(LIST, within(session))).status).toBe(404);
  });

  it("is no more than one address may have: whoever comes later is served without one", async () => {
    const app = await buildApp(clinic.demo.node.services);
    const url = `${await app.listen({ host: "127.0.0.1", port: 0 })}/mcp`;
    const sessions = [];
    for (let nth = 0; nth < 102; nth++) sessions.push(await greet({ elicitation: {} }, {}, url));
    expect(sessions.filter((session) => session === null)).toHaveLength(2);
    expect((await send(LIST, { "mcp-protocol-version": OLDER }, url)).status).toBe(200);
    await app.close();
  });

  it("does not keep the node from stopping, not even while its client listens", async () => {
    const app = await buildApp(clinic.demo.node.services);
    const url = `${await app.listen({ host: "127.0.0.1", port: 0 })}/mcp`;
    const session = await greet({ elicitation: {} }, {}, url);
    const headers = {
      accept: "text/event-stream",
      authorization: `Bearer ${keyOf("organization")}`,
      ...within(session),
    };
    const listening = await fetch(url, { headers });
    expect(listening.status).toBe(200);
    const ended = listening.text();
    await app.close();
    await ended;
  });
});

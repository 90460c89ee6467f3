import { request } from "node:http";
import { fromJsonSchema } from "@modelcontextprotocol/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../../build-app.ts";
import { Clinic } from "../../testing/clinic.ts";
import { callTool, connectOverHttp } from "../../testing/mcp-client.ts";
import { allTools } from "./tools.ts";

let clinic: Clinic;
let endpoint: string;

beforeAll(async () => {
  clinic = await Clinic.open({ bodyLimitBytes: 2 * 1024 * 1024 });
  endpoint = `${clinic.demo.node.url}/mcp`;
});
afterAll(() => clinic.close());

function post(body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(endpoint, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json, text/event-stream", ...headers },
    body,
  });
}

/** Sends headers that fetch would set itself. */
function statusFor(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(
      endpoint,
      { method: "POST", headers: { "content-type": "application/json", ...headers } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    );
    call.on("error", reject);
    call.end("{}");
  });
}

describe("The endpoint", () => {
  it("is where the pointer says", async () => {
    const { body } = await clinic.demo.stranger.call("discovery.get_mcp_pointer");
    expect(body).toEqual({ mcpServers: { servicialo: { url: endpoint } } });
  });

  it.each([
    ["no JSON", "{", -32700],
    ["no message", "{}", -32600],
    ["a method that nobody has", '{"jsonrpc":"2.0","id":1,"method":"tools/eat"}', -32601],
    [
      "arguments that are no object",
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"registry_manifest","arguments":7}}',
      -32602,
    ],
  ])("answers %s in JSON-RPC", async (_what, body, code) => {
    const answer = await post(body);
    const text = await answer.text();
    const json = JSON.parse(text.startsWith("{") ? text : (/^data: (.+)$/m.exec(text)?.[1] ?? "null"));
    expect(json.error.code).toBe(code);
    expect(text).not.toContain("    at ");
  });

  it("takes POST only, and JSON only", async () => {
    expect((await fetch(endpoint)).status).toBe(405);
    expect((await fetch(endpoint, { method: "DELETE" })).status).toBe(405);
    expect((await post("x", { "content-type": "text/plain" })).status).toBe(415);
  });

  it("takes no more than the node's limit", async () => {
    expect((await post(JSON.stringify({ filler: "x".repeat(3 * 1024 * 1024) }))).status).toBe(413);
  });

  it.each([
    ["an Origin of the web", { origin: "https://evil.example" }, 403],
    ["an opaque Origin", { origin: "null" }, 403],
    ["a Host that is not this machine", { host: "evil.example" }, 403],
    ["an Origin of this machine", { origin: "http://localhost:5173" }, 400],
  ])("meets %s as a page in a browser deserves", async (_what, headers, status) => {
    expect(await statusFor(headers)).toBe(status);
  });
});

describe("What a test adds", () => {
  it("is there for the test, and nowhere else", async () => {
    const app = await buildApp(clinic.demo.node.services, {
      extendMcp: (server) =>
        void server.registerTool(
          "test_echo",
          {
            inputSchema: fromJsonSchema<{ say: string }>({
              type: "object",
              properties: { say: { type: "string" } },
              required: ["say"],
            }),
          },
          ({ say }) => ({ content: [{ type: "text", text: say }] }),
        ),
    });
    const url = await app.listen({ host: "127.0.0.1", port: 0 });
    const client = await connectOverHttp(`${url}/mcp`, null);
    const publicNames = allTools.filter(({ isPublic }) => isPublic).map(({ name }) => name);
    const names = (await client.listTools()).tools.map(({ name }) => name);
    expect(names).toContain("test_echo");
    expect(names.filter((name) => name !== "test_echo" && !publicNames.includes(name))).toEqual([]);
    const answer = await client.callTool({ name: "test_echo", arguments: { say: "hello" } });
    expect(answer.content).toEqual([{ type: "text", text: "hello" }]);
    await client.close();
    await app.close();
    const plain = await connectOverHttp(endpoint, null);
    await expect(callTool(plain, "test_echo", { say: "hello" })).rejects.toMatchObject({ code: -32602 });
    await plain.close();
  });
});

import { spawn } from "node:child_process";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Client } from "@modelcontextprotocol/client";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { Clinic } from "../../testing/clinic.ts";
import { answered, callTool, connectOverHttp } from "../../testing/mcp-client.ts";
import { overNetwork } from "../exchange/exchange.ts";
import { mcpEndpoint } from "./http-endpoint.ts";
import { mcpDoor } from "./mcp-door.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

/** A door in front of an address, and a client of it. */
async function clientOf(target: string, token: string | null, timeoutMs = 5_000): Promise<Client> {
  const door = mcpDoor({ exchange: overNetwork(target, timeoutMs), nodeUrl: () => target, stateKey: "x".repeat(32) });
  const app: FastifyInstance = Fastify({ forceCloseConnections: true });
  await app.register((endpoint) =>
    mcpEndpoint(endpoint, { door, host: "127.0.0.1", publicUrl: () => null, bodyLimitBytes: 1024 * 1024 }),
  );
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  closing.push(() => app.close());
  const client = await connectOverHttp(`${url}/mcp`, token);
  closing.push(() => client.close());
  return client;
}

type Reply = readonly [number, Record<string, string>, string];

/** Somebody else's node. */
async function foreignNode(answer: (request: IncomingMessage) => Reply): Promise<string> {
  const server: Server = createServer((request, response) => {
    request.resume();
    const [status, headers, body] = answer(request);
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function declaring(names: readonly string[]): Reply {
  return [
    200,
    { "content-type": "application/vnd.api+json" },
    JSON.stringify({ data: { attributes: { capabilities: names } } }),
  ];
}

const isCapabilities = ({ url }: IncomingMessage) => /^\/servicialo\/v1\/?$/.test(url ?? "");

describe("The door in front of another node", () => {
  it("hands calls on as they are: same tools, same answers, same refusals", async () => {
    const clinic = await Clinic.open();
    closing.push(() => clinic.close());
    const token = clinic.demo.keys.credentials["organization"]?.token ?? "";
    const there = await connectOverHttp(`${clinic.demo.node.url}/mcp`, token);
    closing.push(() => there.close());
    const here = await clientOf(clinic.demo.node.url, token);
    const [ours, theirs] = await Promise.all([here.listTools(), there.listTools()]);
    expect(JSON.stringify(ours.tools) === JSON.stringify(theirs.tools)).toBe(true);
    const booking = {
      service_id: clinic.id("Physiotherapy session"),
      provider_id: clinic.id("Camila Rojas"),
      client_id: clinic.id("María"),
      actor: clinic.demo.as("organization").actor,
    };
    const booked = answered(await callTool(here, "scheduling_book", { ...booking, starts_at: clinic.nextSlot() }));
    const state = { session_id: booked.body.data.id };
    expect((await callTool(here, "lifecycle_get_state", state)).body).toEqual(
      (await callTool(there, "lifecycle_get_state", state)).body,
    );
    const [one, other] = await Promise.all([here, there].map((client) => callTool(client, "scheduling_book", booking)));
    expect(one?.errors.map(({ code, source }) => [code, source])).toEqual(
      other?.errors.map(({ code, source }) => [code, source]),
    );
    expect(one?.errors[0]?.source?.pointer).toBe("/starts_at");
  });

  it("lists what that node declares, under whichever name", async () => {
    const target = await foreignNode(() => declaring(["registry.search", "scheduling_book", "acme.special"]));
    const client = await clientOf(target, "any");
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(["registry_search", "scheduling_book"]);
    await expect(callTool(client, "resource_list")).rejects.toMatchObject({ code: -32602 });
    const stranger = await clientOf(target, null);
    expect((await stranger.listTools()).tools.map(({ name }) => name)).toEqual(["registry_search"]);
  });

  it("lists nothing when nothing is declared", async () => {
    const client = await clientOf(await foreignNode(() => declaring([])), null);
    expect((await client.listTools()).tools).toEqual([]);
    expect((await client.listPrompts()).prompts).toEqual([]);
  });

  it("lists all when that node does not say, and lets it answer", async () => {
    const target = await foreignNode(() => [404, { "content-type": "text/html" }, "<h1>Lost</h1>"]);
    const client = await clientOf(target, "any");
    expect((await client.listTools()).tools).toHaveLength(44);
    const { errors } = await callTool(client, "registry_manifest");
    expect(errors[0]).toMatchObject({ status: "404", code: "NOT_FOUND" });
  });

  it("tells the node for whom it asks, and nothing of its own", async () => {
    const seen: IncomingMessage["headers"][] = [];
    const target = await foreignNode((request) => {
      if (isCapabilities(request)) return declaring(["service.get"]);
      seen.push(request.headers);
      return [200, { "content-type": "application/json" }, '{"data":{}}'];
    });
    const client = await clientOf(target, "the-key");
    answered(
      await callTool(client, "service_get", {
        service_id: "svc_1",
        actor: { type: "agent", id: "a", mandate_id: "m" },
      }),
    );
    expect(seen[0]).toMatchObject({ authorization: "Bearer the-key", "x-forwarded-for": "127.0.0.1" });
    const actor = Buffer.from(String(seen[0]?.["x-servicialo-actor"]), "base64").toString();
    expect(JSON.parse(actor)).toEqual({ type: "agent", id: "a", mandate_id: "m" });
  });

  it("passes a rate limit on with its waiting time (SVC-MCP-006)", async () => {
    const target = await foreignNode((request) =>
      isCapabilities(request) ? declaring(["registry.manifest"]) : [429, { "retry-after": "41" }, ""],
    );
    const { errors, body, mend } = await callTool(await clientOf(target, null), "registry_manifest");
    expect(errors[0]).toMatchObject({ code: "RATE_LIMITED", meta: { retryable: true, retry_after: 41 } });
    expect(body.retry_after).toBe(41);
    expect(mend).toContain("41 seconds");
  });

  it.each<[string, Reply]>([
    ["a gateway's page", [502, { "content-type": "text/html" }, "<h1>Bad gateway</h1>"]],
    ["a redirect", [302, { location: "http://127.0.0.1:1/elsewhere" }, ""]],
    ["a fault with a stack", [500, {}, "Error: boom\n    at secret.js:1"]],
  ])("makes a tool error of %s, without its content", async (_what, reply) => {
    const target = await foreignNode((request) => (isCapabilities(request) ? declaring(["registry.manifest"]) : reply));
    const { isError, errors, raw } = await callTool(await clientOf(target, null), "registry_manifest");
    expect(isError).toBe(true);
    expect(["UPSTREAM_UNAVAILABLE", "INTERNAL_ERROR"]).toContain(errors[0]?.code);
    expect(JSON.stringify(raw)).not.toMatch(/boom|secret|Bad gateway|elsewhere/);
  });

  it("makes a tool error of a node that is not there", async () => {
    const client = await clientOf("http://127.0.0.1:1", null);
    expect((await client.listTools()).tools).toHaveLength(10);
    const { errors, mend, raw } = await callTool(client, "registry_manifest");
    expect(errors[0]).toMatchObject({ status: "503", code: "UPSTREAM_UNAVAILABLE", meta: { retryable: true } });
    expect(mend).toMatch(/cannot be reached/);
    expect(JSON.stringify(raw)).not.toMatch(/ECONNREFUSED|fetch failed/);
  });

  it("makes a tool error of a node that keeps silent", async () => {
    const server = createServer((request) => request.resume());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    closing.push(async () => {
      server.closeAllConnections();
      server.close();
    });
    const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { errors } = await callTool(await clientOf(target, null, 200), "registry_manifest");
    expect(errors[0]).toMatchObject({ code: "UPSTREAM_UNAVAILABLE", detail: "The node did not answer in time." });
  });
});

describe("servicialo-node mcp --http", { timeout: 60_000 }, () => {
  it("serves whoever calls, as whom their own credential says", async () => {
    const clinic = await Clinic.open();
    closing.push(() => clinic.close());
    const cli = fileURLToPath(new URL("../../cli.ts", import.meta.url));
    const child = spawn(process.execPath, [cli, "mcp", "--http", "--port", "0", "--target", clinic.demo.node.url], {
      env: { PATH: process.env["PATH"] ?? "", SERVICIALO_API_KEY: "not used" },
      stdio: ["ignore", "inherit", "pipe"],
    });
    closing.push(async () => child.kill("SIGTERM"));
    const lines = createInterface({ input: child.stderr })[Symbol.asyncIterator]();
    const said: string[] = [];
    let endpoint: string | undefined;
    while (endpoint === undefined) {
      const { value, done } = await lines.next();
      if (done) throw new Error(`The door ended: ${said.join(" ")}`);
      said.push(value);
      endpoint = / at (http\S+\/mcp)$/.exec(value)?.[1];
    }
    expect(said[0]).toContain("each client sends its own key");
    const stranger = await connectOverHttp(endpoint, null);
    closing.push(() => stranger.close());
    expect((await stranger.listTools()).tools.map(({ name }) => name)).not.toContain("scheduling_book");
    const maria = await connectOverHttp(endpoint, clinic.demo.keys.credentials["client"]?.token ?? "");
    closing.push(() => maria.close());
    answered(await callTool(maria, "mandates_list"));
  });
});

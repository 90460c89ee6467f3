import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMcp } from "../../commands/mcp.ts";
import { agentKey, issue, type Wish } from "../../testing/agents.ts";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import { runInProcess } from "../../testing/command-in-process.ts";
import {
  answered,
  callTool,
  connectOverHttp,
  connectOverStdio,
  REVISIONS,
  type Revision,
  type StdioConnection,
} from "../../testing/mcp-client.ts";
import { readStdioEnvironment } from "./stdio.ts";

let clinic: Clinic;
let key: string;

beforeAll(async () => {
  clinic = await Clinic.open();
  key = clinic.demo.keys.credentials["organization"]?.token ?? "";
});
afterAll(() => clinic.close());

const CLI = fileURLToPath(new URL("../../cli.ts", import.meta.url));

const PLAIN = { PATH: process.env["PATH"] ?? "" };

/** Milliseconds that a process may take on a busy machine. */
const PATIENCE_MS = 60_000;

/** An agent of the clinic, with a key and a mandate of the organization. */
async function newAgent(agentId: string, wish: Wish): Promise<{ token: string; mandateId: string }> {
  const mandateId = await issue(clinic, "organization", { ...wish, agentId });
  return { token: await agentKey(clinic, mandateId, agentId), mandateId };
}

const environment = () => ({ SERVICIALO_API_KEY: key, SERVICIALO_ORG_ID: "clinica-andes" });

describe("The environment of a local server", () => {
  it("makes it authenticated with a key and its organization", () => {
    expect(
      readStdioEnvironment({ SERVICIALO_API_KEY: "k", SERVICIALO_ORG_ID: "clinica-andes", SERVICIALO_COUNTRY: "CL" }),
    ).toEqual({
      caller: { authorization: "Bearer k", organization: "clinica-andes", country: "cl", address: null },
      warnings: [],
    });
  });

  it.each([
    [{ SERVICIALO_API_KEY: "k" }, "SERVICIALO_ORG_ID is not"],
    [{ SERVICIALO_ORG_ID: "clinica-andes", SERVICIALO_API_KEY: " " }, "SERVICIALO_API_KEY is not"],
  ])("makes it a stranger with only one of them, and says so", (given, warning) => {
    const { caller, warnings } = readStdioEnvironment(given);
    expect(caller).toEqual({ authorization: null, address: null });
    expect(warnings).toEqual([expect.stringContaining(warning)]);
  });

  it("may name the node token, and says what an adapter means here", () => {
    const { caller, warnings } = readStdioEnvironment({
      SERVICIALO_NODE_TOKEN: "n",
      SERVICIALO_ADAPTER: "coordinalo",
      SERVICIALO_TELEMETRY: "false",
    });
    expect(caller).toEqual({ authorization: null, nodeToken: "n", address: null });
    expect(warnings).toEqual([expect.stringContaining("HTTP profile")]);
  });
});

describe.each(Object.keys(REVISIONS) as Revision[])("servicialo-node mcp with a client of revision %s", (revision) => {
  let local: StdioConnection;
  let remote: Client;

  beforeAll(async () => {
    const target = { SERVICIALO_BASE_URL: `${clinic.demo.node.url}/servicialo/v1/` };
    local = await connectOverStdio([], { ...target, ...environment() }, { revision });
    remote = await connectOverHttp(`${clinic.demo.node.url}/mcp`, key, { revision });
  }, PATIENCE_MS);
  afterAll(async () => {
    await local.client.close();
    await remote.close();
  });

  it("has the same tools and instructions as the running node (SVC-MCP-001)", async () => {
    const [here, there] = await Promise.all([local.client.listTools(), remote.listTools()]);
    expect(here.tools.map(({ name }) => name)).toEqual(there.tools.map(({ name }) => name));
    expect(JSON.stringify(here.tools) === JSON.stringify(there.tools)).toBe(true);
    expect(local.client.getInstructions()).toBe(remote.getInstructions());
  });

  it("books, confirms and reads a session in front of a node, and writes nothing but messages", async () => {
    const { actor } = clinic.demo.as("organization");
    const booked = answered(
      await callTool(local.client, "scheduling_book", {
        service_id: clinic.id("Physiotherapy session"),
        provider_id: clinic.id("Camila Rojas"),
        client_id: clinic.id("María"),
        starts_at: clinic.nextSlot(),
        actor,
      }),
    );
    const session_id: string = booked.body.data.id;
    answered(await callTool(local.client, "scheduling_confirm", { session_id, actor }));
    const { body } = answered(await callTool(local.client, "lifecycle_get_state", { session_id }));
    expect(body.data.attributes.transitions.length).toBeGreaterThanOrEqual(2);
    expect(local.stderr()).toBe("");
  });
});

describe("servicialo-node mcp", { timeout: PATIENCE_MS }, () => {
  it("asks the person through an older client, too, and cancels what they approved over HTTP", async () => {
    const agentId = "agent_stdio";
    const { token, mandateId } = await newAgent(agentId, { scopes: ["schedule:write"] });
    const sessionId = await clinic.sessionIn("scheduled");
    const { client } = await connectOverStdio(
      ["--target", clinic.demo.node.url],
      { SERVICIALO_API_KEY: token, SERVICIALO_ORG_ID: "clinica-andes" },
      {
        revision: "2025-11-25",
        capabilities: { elicitation: {} },
        prepare: (asked) =>
          asked.setRequestHandler("elicitation/create", async ({ params }) => {
            const id = /confirmation-requests\/(\w+)/.exec(params.message)?.[1];
            succeeded(await clinic.call("organization", "confirmations.approve", { confirmation_id: id }));
            return { action: "accept", content: { decided: true } };
          }),
      },
    );
    const actor = { type: "agent", id: agentId, mandate_id: mandateId };
    answered(await callTool(client, "scheduling_cancel", { session_id: sessionId, actor, reason: "ill" }));
    expect((await clinic.lifecycle(sessionId)).current_state).toBe("cancelled");
    await client.close();
  });

  it("warns on standard error when half of the credential is missing, and stays public", async () => {
    const { client, stderr } = await connectOverStdio(["--target", clinic.demo.node.url], { SERVICIALO_API_KEY: key });
    expect((await client.listTools()).tools.map(({ name }) => name)).not.toContain("scheduling_book");
    expect(stderr()).toContain("SERVICIALO_ORG_ID is not");
    await client.close();
  });

  it("works on a database without a port", async () => {
    const { client, stderr } = await connectOverStdio(["--database", clinic.demo.node.services.config.database], {
      ...environment(),
      ...(process.env["SERVICIALO_EVIDENCE_KEY"] && {
        SERVICIALO_EVIDENCE_KEY: process.env["SERVICIALO_EVIDENCE_KEY"],
      }),
    });
    const service_id = clinic.id("Physiotherapy session");
    const { body } = answered(await callTool(client, "service_get", { service_id }));
    expect(body).toEqual((await clinic.call("organization", "service.get", { service_id })).body);
    expect(stderr()).toBe("");
    await client.close();
  });

  it.each([
    [["--target", "https://a.example", "--database", "x.db"], /exclude each other/],
    [["--target", "ftp://a.example"], /no address of a node/],
    [["--target", "https://a.example", "--timeout", "0"], /--timeout/],
    [["--target", "https://a.example", "--http", "--port", "-1"], /--port/],
    [["--database", "x.db", "--http"], /--target/],
  ])("says what is wrong with %j", async (args, message) => {
    await expect(runInProcess([addMcp], ["mcp", ...args])).rejects.toThrow(message);
  });

  it("says on standard error, and nowhere else, that there is no node", async () => {
    const child = spawn(process.execPath, [CLI, "mcp"], { env: PLAIN, stdio: ["ignore", "pipe", "pipe"] });
    const written = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk) => {
      written.stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      written.stderr += chunk;
    });
    const [code] = await once(child, "close");
    expect(code).toBe(1);
    expect(written.stdout).toBe("");
    expect(written.stderr).toMatch(/^servicialo-node: There is no node: give --target.+\n$/);
  });

  it("ends when its client has gone", async () => {
    const child = spawn(process.execPath, [CLI, "mcp", "--target", clinic.demo.node.url], {
      env: PLAIN,
      stdio: ["pipe", "pipe", "inherit"],
    });
    child.stdin.end();
    const [code] = await once(child, "close");
    expect(code).toBe(0);
  });
});

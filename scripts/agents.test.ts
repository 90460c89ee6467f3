import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type DemoDatabase, sqliteFile, startPostgres } from "./demo-database.ts";
import { type DemoNode, startDemoNode } from "./demo-node.ts";
import { mustSucceed, runCommand } from "./steps.ts";

/** Changes what the node answers to an operation, given as method and path; null leaves it as it is. */
type Tamper = (operation: string, answer: string) => string | null;

/** A story is more than a hundred calls, and processes have to start. */
const TIMEOUT = 120_000;

const DATABASES = process.env["SERVICIALO_TEST_DATABASE"] === "postgres" ? ["PostgreSQL"] : ["an SQLite file"];

const ENDING = "Two agents ran the clinic as the protocol says: 15 scenes, 29 calls done, 24 refused or stopped";

describe.each(DATABASES)("a clinic run by agents on %s", (kind) => {
  let folder: string;
  let keys: string;
  let database: DemoDatabase;
  let node: DemoNode;
  let proxy: Server | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "servicialo-agents-"));
    keys = join(folder, "keys.json");
    database = kind === "PostgreSQL" ? await startPostgres() : await sqliteFile(join(folder, "clinic.db"));
    const { location, environment } = database;
    const plant = ["seed", "examples/clinic/clinic.yaml", "--database", location, "--keys", keys];
    await mustSucceed("node", "runtime/src/cli.ts", ...plant);
    node = await startDemoNode({ database: location, environment, port: 0, log: join(folder, "node.log") });
  }, TIMEOUT);
  afterAll(async () => {
    await node?.stop();
    await database?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(() => {
    proxy?.close();
    proxy = undefined;
  });

  const story = (url: string, ...more: string[]) =>
    runCommand("node", "examples/agents/src/index.ts", "--url", url, "--keys", keys, ...more);

  /** The node behind a proxy that changes its answers; it leads to itself, over MCP too. */
  async function tamperedNode(tamper: Tamper): Promise<string> {
    const server = createServer(async (request, response) => {
      const { method = "GET", url = "/", headers } = request;
      const body = await text(request);
      const forwarded = Object.entries(headers).filter(
        ([name]) => !/^(host|connection|content-length|transfer-encoding)$/.test(name),
      );
      const answer = await fetch(`${node.url}${url}`, {
        method,
        headers: forwarded.map(([name, value]) => [name, String(value)]),
        ...(body !== "" && { body }),
      });
      const said = (await answer.text()).replaceAll(node.url, `http://${headers.host}`);
      response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "application/json" });
      response.end(tamper(`${method} ${url}`, said) ?? said);
    });
    // As the node does: a client that pauses on a busy machine must not meet a closed connection.
    server.keepAliveTimeout = 72_000;
    proxy = server;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it("goes as the protocol says, and every chain of its trails is whole", { timeout: TIMEOUT }, async () => {
    const { exitCode, output } = await story(node.url, "--database", database.location);
    expect(output).toContain(ENDING);
    expect(output).toMatch(/audit verify: \d+ entries of 8 mandates recomputed: 0 faults\./);
    expect(exitCode).toBe(0);
    const { credentials } = JSON.parse(await readFile(keys, "utf8")) as {
      credentials: Record<string, { token: string }>;
    };
    for (const { token } of Object.values(credentials)) expect(output).not.toContain(token);
  });

  it("goes the same over stdio, where each agent starts a server of its own, and can be quiet about it", {
    timeout: TIMEOUT,
  }, async () => {
    expect(await story(node.url, "--stdio", "--quiet")).toMatchObject({ exitCode: 0, output: "" });
  });

  it.each<[string, Tamper, string]>([
    [
      "a refusal has another code",
      (operation, answer) =>
        operation === "POST /mcp" ? answer.replaceAll("SCOPE_INSUFFICIENT", "CONTEXT_MISMATCH") : null,
      "patient's agent, scheduling.book: code",
    ],
    [
      "an agent is shown what is restricted",
      (operation, answer) => (operation === "POST /mcp" ? answer.replaceAll("restricted_evidence", "shown") : null),
      "the clinical record under provider-1",
    ],
    [
      "a confirmation is not used up",
      (operation, answer) =>
        operation === "POST /mcp" ? answer.replaceAll(/(\\?"status\\?":\\?")consumed/g, "$1approved") : null,
      "the confirmation is used up",
    ],
    [
      "an entry of a trail was changed",
      (operation, answer) =>
        /^GET \S+\/mandates\/[^/]+\/audit/.test(operation)
          ? answer.replace('"action_result":"rejected"', '"action_result":"success"')
          : null,
      "first entry that does not fit the chain",
    ],
    [
      "the newest entry of a trail was left out",
      (operation, answer) => (/^GET \S+\/mandates\/[^/]+\/audit/.test(operation) ? withoutNewest(answer) : null),
      "end of the chain",
    ],
  ])("ends with 1 when %s", { timeout: TIMEOUT }, async (_what, tamper, message) => {
    const { exitCode, output } = await story(await tamperedNode(tamper));
    expect(output).toContain(`agents: ${message}`);
    expect(exitCode).toBe(1);
  });
});

function withoutNewest(answer: string): string {
  const { data, meta, ...rest } = JSON.parse(answer) as { data: object[]; meta: { total: number } };
  return JSON.stringify({ data: data.slice(1), meta: { ...meta, total: meta.total - 1 }, ...rest });
}

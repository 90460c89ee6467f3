import { mkdtemp, rm } from "node:fs/promises";
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

/** A whole walk is more than a hundred calls, and processes have to start. */
const TIMEOUT = 120_000;

const DATABASES = process.env["SERVICIALO_TEST_DATABASE"] === "postgres" ? ["PostgreSQL"] : ["an SQLite file"];

describe.each(DATABASES)("an agent's walk on %s", (kind) => {
  let folder: string;
  let keys: string;
  let database: DemoDatabase;
  let node: DemoNode;
  let proxy: Server | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "servicialo-walk-"));
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

  const walk = (url: string) => runCommand("node", "examples/agent-walk/src/index.ts", "--url", url, "--keys", keys);

  /** The node behind a proxy that changes its answers. */
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
      const said = await answer.text();
      response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "application/json" });
      response.end(tamper(`${method} ${url}`, said) ?? said);
    });
    // As the node does: a client that pauses on a busy machine must not meet a closed connection.
    server.keepAliveTimeout = 72_000;
    proxy = server;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it("plays every flow, leaves nothing out, and every figure follows from its events", {
    timeout: TIMEOUT,
  }, async () => {
    const { exitCode, output } = await walk(node.url);
    expect(output).toContain("The walk went as the protocol says: 15 flows, 0 left out.");
    expect(exitCode).toBe(0);
    const verified = await mustSucceed(
      "node",
      "runtime/src/cli.ts",
      "ledger",
      "verify",
      "--database",
      database.location,
    );
    expect(verified).toContain("0 differences");
  });

  it("leaves out what the node does not declare, and says so", { timeout: TIMEOUT }, async () => {
    const url = await tamperedNode((operation, answer) =>
      /^GET \/servicialo\/v1\/?$/.test(operation)
        ? answer.replace('"service_orders.create",', "").replace('"public_bookings.confirm",', "")
        : null,
    );
    const { exitCode, output } = await walk(url);
    expect(output).toContain("left out a service order: the node declares no service_orders.create");
    expect(output).toContain("left out the public booking lane: the node declares no public_bookings.confirm");
    expect(output).toContain("The walk went as the protocol says: 12 flows, 3 left out.");
    expect(exitCode).toBe(0);
  });

  it.each<[string, Tamper, string]>([
    [
      "an amount",
      (operation, answer) => (operation.includes("/transitions") ? answer.replaceAll("15556", "15555") : null),
      "a partial delivery: amount for 20 of 45 minutes",
    ],
    [
      "a billing status",
      (operation, answer) =>
        operation.includes("/transitions") ? answer.replaceAll('"status":"disputed"', '"status":"charged"') : null,
      "a dispute won by the provider: billing while disputed",
    ],
    [
      "a record",
      (_operation, answer) => answer.replaceAll("resource_replaced", "rescheduled"),
      "a resource conflict: resolution of resource_conflict",
    ],
    [
      "a ledger",
      (operation, answer) =>
        operation.endsWith("/ledger") ? answer.replace('"services_verified":2', '"services_verified":1') : null,
      "a service order: ledger as the organization reads it",
    ],
  ])("ends with 1 when %s is not as the protocol says", { timeout: TIMEOUT }, async (_what, tamper, message) => {
    const { exitCode, output } = await walk(await tamperedNode(tamper));
    expect(output).toContain(`agent-walk: ${message}`);
    expect(exitCode).toBe(1);
  });
});

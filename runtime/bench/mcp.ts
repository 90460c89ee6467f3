/**
 * What the node's MCP endpoint costs over a bare server of the MCP SDK.
 *
 * The floor is a server made with the same SDK in the way its manual says: `createMcpHandler` on `node:http`, one server
 * per request, the identical list of tools, their schemas compiled once. Its tools run the node's operations on the same
 * database with the same reads (what is due, whose data it is, the operation itself), and answer the same JSON. So the ratio
 * shows what the way through the door costs: the HTTP profile with its versions, credentials, rates, and validation.
 *
 * A second floor leaves out everything but the operation's own reads, as somebody would who writes a tool by hand. What lies
 * between the two floors is the price of the node's rules, not of its door.
 *
 * All run in processes of their own and are asked in turns, so that the ratios stand on a busy machine, too. The processor
 * time that each spends on a call is told beside them: it says the same with less noise.
 */
import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler, fromJsonSchema, McpServer } from "@modelcontextprotocol/server";
import type { OperationId } from "@servicialo/schema/0.8/operations";
import { Pool } from "undici";
import { parse } from "yaml";
import { toHttpAnswer } from "../src/channels/http/envelope.ts";
import { allTools } from "../src/channels/mcp/tools.ts";
import { SandboxClock } from "../src/clock.ts";
import { readConfig } from "../src/config.ts";
import { Disclosures } from "../src/evidence/disclosures.ts";
import { openVault } from "../src/evidence/vault.ts";
import { handlers } from "../src/operations/index.ts";
import { execute, type NodeServices } from "../src/pipeline/execute.ts";
import { plantSeed } from "../src/seed/plant-seed.ts";
import { parseSeedDocument } from "../src/seed/seed-document.ts";
import { startNode } from "../src/serve.ts";
import { openDatabase } from "../src/storage/open-database.ts";
import type { Bench, Finding } from "./support/findings.ts";

const CLINIC = new URL("../../examples/clinic/clinic.yaml", import.meta.url);
const MONDAY = Date.parse("2026-03-02T08:00:00-03:00");

/** Requests on the way at once. */
const CONCURRENCY = 8;

/** Share of the floor that the node has to reach. */
const GOAL = 0.9;

/** The clinic on a Monday morning, without limits that a bench would run into. */
function configOf(database: string) {
  const unlimited = { publicRateLimit: 1_000_000_000, publicOrganizationRateLimit: 1_000_000_000 };
  return readConfig({}, { database, port: 0, logLevel: "silent", sandboxClock: true, ...unlimited });
}

const clock = () => new SandboxClock({ now: () => MONDAY });

async function serveNode(database: string): Promise<string> {
  return (await startNode(configOf(database), clock())).url;
}

type Work = (id: OperationId, input: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** The operation as the node runs it. */
async function serveFloor(location: string): Promise<string> {
  const services = await servicesOn(location);
  return serveBare((operationId, input) =>
    execute(services, {
      operationId,
      input: input as never,
      credential: null,
      actor: undefined,
      requestId: "bench",
      address: "127.0.0.1",
    }),
  );
}

type AnyHandler = (context: unknown, input: unknown) => Promise<unknown>;

/** Only what the operation itself reads. */
async function serveHandler(location: string): Promise<string> {
  const { database, clock: time, config, vault } = await servicesOn(location);
  const caller = { credential: null, actor: null, requestId: "bench", address: "127.0.0.1" };
  return serveBare((id, input) =>
    database.read((tx) => {
      const disclosures = new Disclosures(vault, caller);
      const context = { tx, clock: time, config, vault, caller, seenVersion: null, disclosures };
      return (handlers[id] as unknown as AnyHandler)(context, input);
    }),
  );
}

async function servicesOn(location: string): Promise<NodeServices> {
  const database = await openDatabase({ location });
  return { database, config: configOf(location), vault: openVault(location, process.env), clock: clock() };
}

async function serveBare(work: Work): Promise<string> {
  const answer = async (id: OperationId, input: Readonly<Record<string, unknown>>) => {
    const { body } = toHttpAnswer(id, (await work(id, input)) as never, { page: 1, perPage: 20, url: "" });
    return JSON.parse(body) as Record<string, unknown>;
  };
  const compiled = allTools
    .filter(({ isPublic }) => isPublic)
    .map((tool) => ({
      ...tool,
      input: fromJsonSchema<Record<string, unknown>>(tool.definition.inputSchema as never),
      output: fromJsonSchema<Record<string, unknown>>(tool.definition.outputSchema as never),
    }));
  const handler = createMcpHandler(() => {
    const server = new McpServer({ name: "floor", version: "1.0.0" });
    for (const { name, operationId, definition, input, output } of compiled) {
      const { title, description, annotations, _meta } = definition;
      const told = { title, description, annotations, _meta, inputSchema: input, outputSchema: output };
      server.registerTool(name, told, async (given) => {
        const content = await answer(operationId, given);
        return { content: [{ type: "text", text: JSON.stringify(content) }], structuredContent: content };
      });
    }
    return server;
  });
  const serve = toNodeHandler(handler);
  const server = createServer((request, response) => void serve(request as never, response as never));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

const ROLES = { node: serveNode, floor: serveFloor, handler: serveHandler } as const;
type Role = keyof typeof ROLES;

/** A server in a process of its own, and the connections to it. */
interface Server {
  readonly child: ChildProcess;
  readonly pool: Pool;
}

/** Starts a server. */
async function start(role: Role, database: string): Promise<Server> {
  const child = fork(fileURLToPath(import.meta.url), [role, database]);
  const url = await new Promise<string>((resolve, reject) => {
    child.once("message", (message) => resolve(String(message)));
    child.once("exit", (code) => reject(new Error(`The ${role} ended with ${code}.`)));
  });
  return { child, pool: new Pool(url, { connections: CONCURRENCY }) };
}

/** Processor time that a server has used so far, in microseconds. */
function processorTime({ child }: Server): Promise<number> {
  return new Promise((resolve) => {
    child.once("message", (message) => resolve(Number(message)));
    child.send("time");
  });
}

interface Call {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

function requestOf({ name, arguments: given }: Call) {
  return {
    path: "/mcp",
    method: "POST" as const,
    headers: {
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      "mcp-protocol-version": "2026-07-28",
      "mcp-method": "tools/call",
      "mcp-name": name,
    },
    body: JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: {
        name,
        arguments: given,
        _meta: {
          "io.modelcontextprotocol/protocolVersion": "2026-07-28",
          "io.modelcontextprotocol/clientInfo": { name: "bench", version: "1.0.0" },
          "io.modelcontextprotocol/clientCapabilities": {},
        },
      },
    }),
  };
}

/** What a server answers to a call, without what names the request or the server. */
async function contentOf(pool: Pool, call: Call): Promise<string> {
  const { body } = await pool.request(requestOf(call));
  const { result } = (await body.json()) as { result: { isError?: boolean; structuredContent: { data: unknown } } };
  if (result.isError) throw new Error(JSON.stringify(result));
  return JSON.stringify(result.structuredContent.data);
}

interface Measured {
  /** Calls per second. */
  readonly rate: number;
  /** Microseconds of processor time per call. */
  readonly time: number;
}

/** Calls a server for so many milliseconds. */
async function run(server: Server, call: Call, milliseconds: number): Promise<Measured> {
  const { pool } = server;
  const request = requestOf(call);
  const usedBefore = await processorTime(server);
  const begin = performance.now();
  let done = 0;
  const worker = async () => {
    while (performance.now() - begin < milliseconds) {
      const { body, statusCode } = await pool.request(request);
      await body.dump();
      if (statusCode !== 200) throw new Error(`A call was answered ${statusCode}.`);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  const rate = (done * 1000) / (performance.now() - begin);
  return { rate, time: ((await processorTime(server)) - usedBefore) / done };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The bench as one of `pnpm bench`. */
export const mcpBench: Bench = ({ effort }) => measure(8, 0.4 * effort);

async function measure(rounds: number, seconds: number): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), "servicialo-bench-"));
  const children: ChildProcess[] = [];
  try {
    const location = join(folder, "clinic.db");
    const database = await openDatabase({ location });
    const document = parseSeedDocument(parse(readFileSync(CLINIC, "utf8")));
    await database.transaction((tx) => plantSeed(tx, clock(), document));
    const offer = await database.read(({ db }) =>
      db.selectFrom("offers").select("id").where("name", "=", "Physiotherapy session").executeTakeFirstOrThrow(),
    );
    await database.close();
    const clinic = { org_slug: "clinica-andes" };
    const days = { date_from: "2026-03-09", date_to: "2026-03-10" };
    const calls: Call[] = [
      { name: "services_list", arguments: clinic },
      { name: "scheduling_check_availability", arguments: { ...clinic, ...days, service_id: offer.id } },
    ];
    const servers = {} as Record<Role, Server>;
    for (const role of Object.keys(ROLES) as Role[]) {
      servers[role] = await start(role, location);
      children.push(servers[role].child);
    }
    const findings: Finding[] = [];
    for (const call of calls) findings.push(await compare(servers, call, { rounds, milliseconds: seconds * 1000 }));
    await Promise.all(Object.values(servers).map(({ pool }) => pool.close()));
    return findings;
  } finally {
    for (const child of children) child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(
  servers: Readonly<Record<Role, Server>>,
  call: Call,
  { rounds, milliseconds }: { readonly rounds: number; readonly milliseconds: number },
): Promise<Finding> {
  const contents = await Promise.all(Object.values(servers).map(({ pool }) => contentOf(pool, call)));
  if (new Set(contents).size !== 1) throw new Error(`The servers answer ${call.name} differently.`);
  for (const server of Object.values(servers)) await run(server, call, milliseconds);
  const measured: Record<Role, Measured[]> = { node: [], floor: [], handler: [] };
  const roles = Object.keys(measured) as Role[];
  for (let round = 0; round < rounds; round++) {
    // Each takes its turn at being first.
    const order = [...roles.slice(round % roles.length), ...roles.slice(0, round % roles.length)];
    for (const role of order) measured[role].push(await run(servers[role], call, milliseconds));
  }
  console.log(`  ${call.name}`);
  let best = 0;
  for (const role of roles) {
    const rates = measured[role].map(({ rate }) => rate);
    const ratios = rates.map((rate, round) => (measured.node[round]?.rate ?? Number.NaN) / rate);
    const time = median(measured[role].map((one) => one.time));
    const share = median(measured[role].map((one, round) => one.time / (measured.node[round]?.time ?? Number.NaN)));
    const range = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
    const told =
      role === "node" ? "" : `ratio ${median(ratios).toFixed(2)} (${range}), by processor time ${share.toFixed(2)}`;
    console.log(
      `    ${role.padEnd(8)} ${median(rates).toFixed(0).padStart(6)}/s  ${time.toFixed(0).padStart(6)} µs  ${told}`,
    );
    // By processor time it says the same with less noise.
    if (role === "floor") best = Math.max(median(ratios), share);
  }
  return {
    goal: `${call.name} over MCP, sqlite: at least ${GOAL} of a bare server of the MCP SDK`,
    seen: best.toFixed(2),
    met: best >= GOAL,
  };
}

if (import.meta.main) {
  const [role, database] = process.argv.slice(2);
  if (role === undefined || !Object.hasOwn(ROLES, role)) throw new Error("Run it by `pnpm bench -- --only mcp`.");
  process.send?.(await ROLES[role as Role](database ?? ""));
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  });
}

/**
 * What the node's MCP endpoint costs over a bare server of the MCP SDK: `node bench/mcp.ts [rounds] [seconds per round]`.
 *
 * The floor is a server made with the same SDK in the way its manual says: `createMcpHandler` on `node:http`, one server
 * per request, the identical list of tools, their schemas compiled once. Its tool calls the very operation of the node, on
 * the same database, and answers the same JSON. What it leaves out is everything that the node does around an operation:
 * HTTP profile, versions, credentials, rates, validation in the protocol's words, deadlines, tenancy.
 *
 * Both run in processes of their own and are asked in turns, so that the ratio stands on a busy machine, too.
 */
import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
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
import { plantSeed } from "../src/seed/plant-seed.ts";
import { parseSeedDocument } from "../src/seed/seed-document.ts";
import { startNode } from "../src/serve.ts";
import { openDatabase } from "../src/storage/open-database.ts";

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

type AnyHandler = (context: unknown, input: unknown) => Promise<never>;

async function serveFloor(location: string): Promise<string> {
  const database = await openDatabase({ location });
  const config = configOf(location);
  const vault = openVault(location, process.env);
  const time = clock();
  const caller = { credential: null, actor: null, requestId: "bench", address: "127.0.0.1" };
  const answer = async (id: OperationId, input: Readonly<Record<string, unknown>>) => {
    const result = await database.read((tx) =>
      (handlers[id] as unknown as AnyHandler)(
        { tx, clock: time, config, vault, caller, seenVersion: null, disclosures: new Disclosures(vault, caller) },
        input,
      ),
    );
    const { body } = toHttpAnswer(id, result, { page: 1, perPage: 20, url: "" });
    return JSON.parse(body ?? "{}") as Record<string, unknown>;
  };
  const compiled = allTools.map((tool) => ({
    ...tool,
    input: fromJsonSchema<Record<string, unknown>>(tool.definition.inputSchema as never),
    output: fromJsonSchema<Record<string, unknown>>(tool.definition.outputSchema as never),
  }));
  const handler = createMcpHandler(() => {
    const server = new McpServer({ name: "floor", version: "1.0.0" });
    for (const { name, operationId, definition, input, output } of compiled.filter(({ isPublic }) => isPublic)) {
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

const ROLES = { node: serveNode, floor: serveFloor } as const;
type Role = keyof typeof ROLES;

/** Starts a server in a process of its own; answers its address. */
async function start(role: Role, database: string): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(fileURLToPath(import.meta.url), [role, database]);
  const url = await new Promise<string>((resolve, reject) => {
    child.once("message", (message) => resolve(String(message)));
    child.once("exit", (code) => reject(new Error(`The ${role} ended with ${code}.`)));
  });
  return { child, url };
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

/** Calls per second over so many milliseconds. */
async function rate(pool: Pool, call: Call, milliseconds: number): Promise<number> {
  const request = requestOf(call);
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
  return (done * 1000) / (performance.now() - begin);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function measure(rounds: number, seconds: number): Promise<void> {
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
    const pools = {} as Record<Role, Pool>;
    for (const role of Object.keys(ROLES) as Role[]) {
      const { child, url } = await start(role, location);
      children.push(child);
      pools[role] = new Pool(url, { connections: CONCURRENCY });
    }
    for (const call of calls) await compare(pools, call, { rounds, milliseconds: seconds * 1000 });
    await Promise.all(Object.values(pools).map((pool) => pool.close()));
    const [load = 0] = loadavg();
    if (load > availableParallelism()) console.log(`Other programs kept the machine busy (load ${load.toFixed(1)}).`);
  } finally {
    for (const child of children) child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(
  pools: Readonly<Record<Role, Pool>>,
  call: Call,
  { rounds, milliseconds }: { readonly rounds: number; readonly milliseconds: number },
): Promise<void> {
  if ((await contentOf(pools.node, call)) !== (await contentOf(pools.floor, call))) {
    throw new Error(`The servers answer ${call.name} differently.`);
  }
  for (const pool of Object.values(pools)) await rate(pool, call, milliseconds);
  const ratios: number[] = [];
  const rates: Record<Role, number[]> = { node: [], floor: [] };
  for (let round = 0; round < rounds; round++) {
    const order: readonly Role[] = round % 2 === 0 ? ["node", "floor"] : ["floor", "node"];
    for (const role of order) rates[role].push(await rate(pools[role], call, milliseconds));
    ratios.push((rates.node.at(-1) ?? 0) / (rates.floor.at(-1) ?? 1));
  }
  const ratio = median(ratios);
  console.log(
    [
      call.name.padEnd(31),
      `node ${median(rates.node).toFixed(0)}/s`.padEnd(14),
      `floor ${median(rates.floor).toFixed(0)}/s`.padEnd(15),
      `ratio ${ratio.toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
      ratio >= GOAL ? "" : `below ${GOAL}`,
    ].join("  "),
  );
}

const [first, second] = process.argv.slice(2);
if (first === "node" || first === "floor") process.send?.(await ROLES[first](second ?? ""));
else {
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores of ${cpus()[0]?.model ?? "an unknown processor"}`,
  );
  await measure(Number(first ?? 7), Number(second ?? 2));
}

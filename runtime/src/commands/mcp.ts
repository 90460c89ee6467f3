import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { Command } from "commander";
import Fastify from "fastify";
import { buildApp } from "../build-app.ts";
import { overNetwork } from "../channels/exchange/exchange.ts";
import { mcpEndpoint } from "../channels/mcp/http-endpoint.ts";
import { type McpDoor, mcpDoor } from "../channels/mcp/mcp-door.ts";
import { nodeDoor } from "../channels/mcp/node-door.ts";
import { readStdioEnvironment, serveOnStdio } from "../channels/mcp/stdio.ts";
import { systemClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import { openVault } from "../evidence/vault.ts";
import { MCP_PATH } from "../operations/discovery/mcp-pointer.ts";
import { openDatabase } from "../storage/open-database.ts";
import { nodeAddress } from "./node-address.ts";
import { wholeNumber } from "./whole-number.ts";

interface McpOptions {
  target?: string;
  database?: string;
  http?: boolean;
  host: string;
  port?: string;
  timeout?: string;
}

/** Bytes of the largest request that a door in front of another node takes. */
const BODY_LIMIT_BYTES = 4 * 1024 * 1024;

/** `servicialo-node mcp`: the tools of a node for MCP clients. */
export function addMcp(program: Command): void {
  program
    .command("mcp")
    .description(
      "the tools of a node for an MCP client, on standard input and output; a running node has them at /mcp, too",
    )
    .option("-t, --target <url>", "any node that speaks the HTTP profile (SERVICIALO_BASE_URL)")
    .option("-d, --database <url or file>", "a node's own database instead (DATABASE_URL)")
    .option("--http", "streamable HTTP instead, in front of --target; who calls is told by Authorization")
    .option("--host <address>", "address to listen on with --http", "127.0.0.1")
    .option("-p, --port <number>", "port to listen on with --http, 0 for any free one (3100)")
    .option("--timeout <seconds>", "how long the node behind --target may take (30)")
    .addHelpText(
      "after",
      `
Who calls on standard input and output: SERVICIALO_API_KEY and SERVICIALO_ORG_ID, both; without them only the public
tools are there. SERVICIALO_COUNTRY and SERVICIALO_NODE_TOKEN count, too. Nothing is reported to anybody.`,
    )
    .action(run);
}

async function run(options: McpOptions): Promise<void> {
  if (options.target !== undefined && options.database !== undefined) {
    throw new Error("--target and --database exclude each other; give the one that you mean.");
  }
  const database = options.database ?? process.env["DATABASE_URL"] ?? process.env["SERVICIALO_DATABASE"];
  const target = options.target ?? (options.database === undefined ? process.env["SERVICIALO_BASE_URL"] : undefined);
  if (options.http) return serveOverHttp(options, target);
  if (target !== undefined && target !== "") return speakFor(foreignDoor(target, options));
  if (database === undefined || database === "") {
    throw new Error("There is no node: give --target <url> (or SERVICIALO_BASE_URL), or --database (or DATABASE_URL).");
  }
  await speakForDatabase(database);
}

/** A door in front of somebody's node. */
function foreignDoor(target: string, { timeout }: McpOptions): McpDoor {
  const address = nodeAddress(target);
  const seconds = wholeNumber("--timeout", timeout, [1, 600]) ?? 30;
  return mcpDoor({
    exchange: overNetwork(address, seconds * 1000),
    nodeUrl: () => address,
    stateKey: randomBytes(32),
    report: (error) => console.error(`servicialo-node mcp: ${error.message}`),
  });
}

async function speakFor(door: McpDoor): Promise<void> {
  const { caller, warnings } = readStdioEnvironment(process.env);
  for (const warning of warnings) console.error(`servicialo-node mcp: ${warning}`);
  await serveOnStdio(door, caller);
}

/** Works on the database itself, without a port. Webhooks leave through the process that serves the node. */
async function speakForDatabase(location: string): Promise<void> {
  const config = readConfig(process.env, { database: location, logLevel: "warn", logStream: "stderr" });
  const database = await openDatabase({ location, poolSize: config.databasePoolSize });
  try {
    const vault = openVault(location, process.env);
    const services = { database, config, clock: systemClock, vault };
    const app = await buildApp(services);
    await speakFor(nodeDoor(app, services, undefined));
    await app.close();
  } finally {
    await database.close();
  }
}

async function serveOverHttp(options: McpOptions, target: string | undefined): Promise<void> {
  if (target === undefined || target === "") {
    throw new Error(
      `--http stands in front of --target <url>; a node of your own has MCP at ${MCP_PATH} when it serves.`,
    );
  }
  if (process.env["SERVICIALO_API_KEY"]) {
    console.error("servicialo-node mcp: SERVICIALO_API_KEY is not used with --http; each client sends its own key.");
  }
  const port = wholeNumber("--port", options.port, [0, 65_535]) ?? 3100;
  const door = foreignDoor(target, options);
  const app = Fastify({ forceCloseConnections: true });
  await app.register((endpoint) =>
    mcpEndpoint(endpoint, { door, host: options.host, publicUrl: () => null, bodyLimitBytes: BODY_LIMIT_BYTES }),
  );
  const url = await app.listen({ host: options.host, port });
  console.error(`MCP for ${nodeAddress(target)} at ${url}${MCP_PATH}`);
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await app.close();
}

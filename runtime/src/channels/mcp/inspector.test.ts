import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { operations } from "@servicialo/schema/0.8/operations";
import { Semaphore } from "async-mutex";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { servedOperations } from "../../operations/served-operations.ts";
import { everythingAddressed } from "../../testing/addressed.ts";
import { Clinic } from "../../testing/clinic.ts";
import { sampleRequests } from "../../testing/sample-requests.ts";
import { allTools, type DoorTool } from "./tools.ts";

/** The command line of the MCP project's inspector, which validates what it receives. */
const INSPECTOR = fileURLToPath(
  new URL("../../../node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js", import.meta.url),
);
const NODE_CLI = fileURLToPath(new URL("../../cli.ts", import.meta.url));

/** How the inspector ends: fine, or fine with a tool that answered an error. */
const DONE = 0;
const TOOL_ERROR = 5;

/** Milliseconds that one process may take on a busy machine, and those that wait before it. */
const PATIENCE_MS = 60_000;
const PATIENCE_IN_LINE_MS = 4 * PATIENCE_MS;

/** No more processes at once than the machine can run. */
const places = new Semaphore(availableParallelism());

const isServed = new Set<string>(servedOperations());
const tools = allTools.filter(({ operationId }) => isServed.has(operationId));
const isReading = ({ definition }: DoorTool) => definition.annotations.readOnlyHint;

/** Over standard input and output each call starts two processes: all that only read, and of the others a few. */
const overStdio = tools.filter(
  (tool) => isReading(tool) || ["resource_create", "resource_update", "scheduling_confirm"].includes(tool.name),
);

let clinic: Clinic;
let samples: ReturnType<typeof sampleRequests>;
let home: string;

beforeAll(async () => {
  clinic = await Clinic.open();
  samples = sampleRequests(clinic, await everythingAddressed(clinic));
  home = await mkdtemp(join(tmpdir(), "servicialo-inspector-"));
});
afterAll(async () => {
  await clinic.close();
  await rm(home, { recursive: true, force: true });
});

const key = () => clinic.demo.keys.credentials["organization"]?.token ?? "";

/** Where the inspector finds the server, as arguments that come last. */
const WAYS: Readonly<Record<string, () => string[]>> = {
  "streamable HTTP, as an older client": () => [...overHttp(), "--protocol-era", "legacy"],
  "streamable HTTP": () => [...overHttp(), "--protocol-era", "modern"],
  stdio: () => [
    ...["-e", `SERVICIALO_API_KEY=${key()}`, "-e", "SERVICIALO_ORG_ID=clinica-andes", "--"],
    ...[process.execPath, NODE_CLI, "mcp", "--target", clinic.demo.node.url],
  ],
};

function overHttp(): string[] {
  const url = `${clinic.demo.node.url}/mcp`;
  return ["--server-url", url, "--transport", "http", "--header", `Authorization: Bearer ${key()}`];
}

interface Inspected {
  readonly exitCode: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read into answers of every shape
  readonly result: any;
  readonly said: string;
}

const inspect = (way: string, request: readonly string[]) => places.runExclusive(() => runInspector(way, request));

function runInspector(way: string, request: readonly string[]): Promise<Inspected> {
  const patience = ["--connect-timeout", String(PATIENCE_MS)];
  const args = [INSPECTOR, "--cli", "--format", "json", "--quiet", ...patience, ...request, ...(WAYS[way]?.() ?? [])];
  const env = { PATH: process.env["PATH"] ?? "", HOME: home };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { env, maxBuffer: 64 * 1024 * 1024 }, (_error, stdout, stderr) => {
      const result = stdout.startsWith("{") ? JSON.parse(stdout).result : undefined;
      resolve({ exitCode: child.exitCode ?? -1, result, said: stderr });
    });
    child.stdin?.end();
  });
}

function inputOf({ operationId }: DoorTool): Record<string, unknown> {
  const { actor } = clinic.demo.as("organization");
  return { ...samples[operationId]?.input, ...(operations[operationId].actor === "required" && { actor }) };
}

async function callThrough(way: string, tool: DoorTool): Promise<void> {
  const input = JSON.stringify(inputOf(tool));
  const request = ["--method", "tools/call", "--tool-name", tool.name, "--tool-args-json", input];
  const { exitCode, result, said } = await inspect(way, request);
  // What only reads finds what the samples name; a command may come at the wrong moment.
  expect(isReading(tool) ? [DONE] : [DONE, TOOL_ERROR], said).toContain(exitCode);
  expect(result.isError ?? false, said).toBe(exitCode === TOOL_ERROR);
  if (exitCode === TOOL_ERROR) {
    expect(result.structuredContent.errors[0].code).not.toBe("INTERNAL_ERROR");
    expect(result.structuredContent.mend).not.toBe("");
  }
}

describe("The inspector", { timeout: PATIENCE_IN_LINE_MS }, () => {
  it.each(Object.keys(WAYS))("lists every tool over %s, and finds nothing wrong with their schemas", async (way) => {
    const { exitCode, result, said } = await inspect(way, ["--method", "tools/list", "--strict"]);
    expect(exitCode, said).toBe(DONE);
    expect(said).toBe("");
    expect(result.tools.map(({ name }: { name: string }) => name)).toEqual(tools.map(({ name }) => name));
  });

  it.concurrent.each(tools.map((tool) => [tool.name, tool] as const))(
    "calls %s over streamable HTTP and gets a valid result",
    (_name, tool) => callThrough("streamable HTTP", tool),
  );

  it.concurrent.each(overStdio.map((tool) => [tool.name, tool] as const))(
    "calls %s over stdio and gets a valid result",
    (_name, tool) => callThrough("stdio", tool),
  );
});

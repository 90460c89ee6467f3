import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { buildApp } from "../../build-app.ts";
import { type DemoNode, startDemoNode } from "../../testing/demo-node.ts";
import { fixturesOf, type StateCodec } from "../../testing/mcp-suite/fixtures.ts";
import { decisionCodec } from "./confirmation.ts";

/** The MCP project's own conformance suite, as it is run from the command line. */
const SUITE = new URL("../../../node_modules/@modelcontextprotocol/conformance/", import.meta.url);

/** Scenarios that each revision asks of a server, written out so that a suite that asks for less is noticed. */
const REQUIRED = { "2025-11-25": 30, "2026-07-28": 37 } as const;

/** Milliseconds that a run may take on a busy machine. */
const PATIENCE_MS = 180_000;

interface Check {
  readonly id: string;
  readonly status: "SUCCESS" | "FAILURE" | "WARNING" | "SKIPPED" | "INFO";
  readonly errorMessage?: string;
}

let demo: DemoNode;
let app: FastifyInstance;
let endpoint: string;

beforeAll(async () => {
  demo = await startDemoNode();
  const { services } = demo.node;
  const caller = { authorization: null, address: null };
  const codec = decisionCodec(services.vault.digest("mcp.request-state", ""), caller) as unknown as StateCodec;
  app = await buildApp(services, { extendMcp: fixturesOf(codec) });
  endpoint = `${await app.listen({ host: "127.0.0.1", port: 0 })}/mcp`;
});
afterAll(async () => {
  await app.close();
  await demo.close();
});

/** Runs what a revision requires; answers the checks of each scenario and how the command ended. */
async function run(revision: string): Promise<{ exitCode: number; output: string; checks: Map<string, Check[]> }> {
  const folder = await mkdtemp(join(tmpdir(), "servicialo-mcp-suite-"));
  try {
    const cli = fileURLToPath(new URL("dist/index.js", SUITE));
    const args = [cli, "server", "--url", endpoint, "--requirements", revision, "--output-dir", folder];
    const { exitCode, output } = await new Promise<{ exitCode: number; output: string }>((resolve) => {
      const child = execFile(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 }, (_error, stdout, stderr) =>
        resolve({ exitCode: child.exitCode ?? -1, output: `${stdout}${stderr}` }),
      );
    });
    const checks = new Map<string, Check[]>();
    for (const name of await readdir(folder)) {
      const scenario = name.replace(/^server-/, "").replace(/-\d{4}-\d{2}-\d{2}T[\d-]+Z$/, "");
      checks.set(scenario, JSON.parse(await readFile(join(folder, name, "checks.json"), "utf8")));
    }
    return { exitCode, output, checks };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe("The official conformance suite", { timeout: PATIENCE_MS }, () => {
  it.each(Object.entries(REQUIRED))(
    "passes everything that revision %s requires of a server: %i scenarios",
    async (revision, count) => {
      const required: string[] = parse(await readFile(new URL(`requirements/${revision}.yaml`, SUITE), "utf8")).server;
      expect(required).toHaveLength(count);
      const { exitCode, output, checks } = await run(revision);
      const failed = required.filter((scenario) => {
        const found = checks.get(scenario) ?? [];
        const passes = found.some(({ status }) => status === "SUCCESS");
        return !passes || found.some(({ status }) => status === "FAILURE" || status === "WARNING");
      });
      const why = failed.map((scenario) => [
        scenario,
        checks.get(scenario)?.filter(({ status }) => status !== "SUCCESS"),
      ]);
      expect(why, output.slice(-2_000)).toEqual([]);
      expect(exitCode).toBe(0);
      const passed = required
        .flatMap((scenario) => checks.get(scenario) ?? [])
        .filter(({ status }) => status === "SUCCESS");
      console.info(
        `MCP ${revision}: ${required.length} of ${required.length} scenarios, ${passed.length} checks passed.`,
      );
    },
  );
});

/**
 * How long a certification takes, and how much of it is waiting for the node: `node bench/run.ts [level] [rounds]`.
 * It starts the reference node of this repository on a fresh database in a process of its own; with BENCH_URL and
 * SERVICIALO_CREDENTIALS it asks a node that is there.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exitCodeOf } from "../src/exit-code.ts";
import { readSettings } from "../src/read-settings.ts";
import type { RunReport } from "../src/run-report.ts";
import { runSuite } from "../src/run-suite.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NODE = join(ROOT, "runtime/src/cli.ts");

const level = process.argv[2] ?? "core";
const rounds = Number(process.argv[3] ?? 1);
const scratch = mkdtempSync(join(tmpdir(), "servicialo-bench-"));
let child: ChildProcess | undefined;
try {
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores of ${cpus()[0]?.model ?? "an unknown processor"}`,
  );
  const url = process.env["BENCH_URL"] ?? (await startNode());
  const credentials = process.env["SERVICIALO_CREDENTIALS"] ?? join(scratch, "keys.json");
  console.log("level  width  cases  exchanges  seconds  waiting for the node  processor of the suite  verdict");
  for (let round = 0; round < rounds; round += 1)
    for (const concurrency of ["1", "4"]) await measure(url, { credentials, concurrency });
  const [load = 0] = loadavg();
  if (load > availableParallelism()) console.log(`Other programs kept the machine busy (load ${load.toFixed(1)}).`);
} finally {
  child?.kill();
  rmSync(scratch, { recursive: true, force: true });
}

async function measure(url: string, flags: { credentials: string; concurrency: string }): Promise<void> {
  const settings = readSettings(url, { level, ...flags }, {});
  const before = process.cpuUsage();
  const report = await runSuite(settings);
  const { user, system } = process.cpuUsage(before);
  const waited = waitingMs(report);
  const own = (user + system) / 1000;
  const share = (part: number) => `${(part / 1000).toFixed(1)} s ${Math.round((100 * part) / report.durationMs)} %`;
  const cells: [string, number][] = [
    [level, 7],
    [flags.concurrency, 7],
    [String(report.results.filter((one) => one.file !== null).length), 7],
    [String(report.exchanges.length), 11],
    [(report.durationMs / 1000).toFixed(1), 9],
    [share(waited), 22],
    [share(own), 24],
  ];
  console.log(
    `${cells.map(([text, width]) => text.padEnd(width)).join("")}${report.level.outcome} ${report.level.met}/${report.level.total}`,
  );
  console.log(`       slowest: ${slowest(report)}`);
  if (exitCodeOf(report) === 2) process.exitCode = 2;
}

/** Milliseconds during which at least one request was under way. */
function waitingMs(report: RunReport): number {
  const spans = report.exchanges
    .map(({ sentAtMs, durationMs }) => [sentAtMs, sentAtMs + durationMs] as const)
    .sort((a, b) => a[0] - b[0]);
  let total = 0;
  let until = 0;
  for (const [from, to] of spans) {
    total += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return total;
}

function slowest(report: RunReport): string {
  return [...report.results]
    .sort((a, b) => b.durationMs - a.durationMs)
    .slice(0, 5)
    .map(({ requirement, durationMs }) => `${requirement.id} ${(durationMs / 1000).toFixed(1)} s`)
    .join(", ");
}

async function startNode(): Promise<string> {
  const database = join(scratch, "clinic.db");
  const clinic = join(ROOT, "examples/clinic/clinic.yaml");
  execFileSync(process.execPath, [NODE, "seed", clinic, "--database", database, "--keys", join(scratch, "keys.json")]);
  const started = spawn(process.execPath, [NODE, "serve", "--database", database, "--port", "0", "--sandbox-clock"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  child = started;
  return new Promise((resolve, reject) => {
    let seen = "";
    started.stdout.on("data", (chunk: Buffer) => {
      if (seen.length < 100_000) seen += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(seen)?.[0];
      if (address !== undefined) resolve(address);
    });
    started.once("exit", (code) => reject(new Error(`the node ended with ${code}`)));
  });
}

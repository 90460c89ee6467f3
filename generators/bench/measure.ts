import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Loaded before whatever is measured: tells what processor time the process took by itself. */
const REPORT_USAGE = `data:text/javascript,${encodeURIComponent(`
import { writeFileSync } from "node:fs";
process.on("exit", () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(process.env["BENCH_USAGE"], JSON.stringify({ processor: (userCPUTime + systemCPUTime) / 1e6 }));
});`)}`;
const PEER = fileURLToPath(new URL("peer/", import.meta.url));

/** How long something took, in seconds: by the clock on the wall, and of the processor. */
export interface Time {
  readonly wall: number;
  readonly processor: number;
}

/** A command to run with Node, in the folder of the peers. */
export interface Command {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Exit codes that mean that the work was done; 0 when left out. */
  readonly done?: readonly number[];
}

/**
 * Runs a command once, in a process of its own.
 * @throws {Error} with what it printed, when it failed
 */
export function timeOf({ args, env, done = [0] }: Command, scratch: string): Time {
  const usage = join(scratch, "usage.json");
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", REPORT_USAGE, ...args], {
    cwd: PEER,
    env: { ...process.env, ...env, BENCH_USAGE: usage, NO_COLOR: "1" },
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const wall = (performance.now() - started) / 1000;
  if (!done.includes(status ?? -1)) throw new Error(`${args.join(" ")} ended with ${status}:\n${stderr}${stdout}`);
  return { wall, processor: (JSON.parse(readFileSync(usage, "utf8")) as { processor: number }).processor };
}

/** The shortest of several times: whatever else the machine did only ever adds. */
export function best(times: readonly Time[]): Time {
  return {
    wall: Math.min(...times.map(({ wall }) => wall)),
    processor: Math.min(...times.map(({ processor }) => processor)),
  };
}

/** The times of several commands, one after the other. */
export function sum(times: readonly Time[]): Time {
  return {
    wall: times.reduce((total, { wall }) => total + wall, 0),
    processor: times.reduce((total, { processor }) => total + processor, 0),
  };
}

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { endWithUs } from "../src/testing/end-with-us.ts";
import { giveEvidenceKey } from "./crash/house.ts";
import { runAtPlace } from "./place.ts";
import { type DatabaseOptions, enduranceOnDatabase, runEndurance, wholeNumber } from "./script.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const NODE = join(ROOT, "runtime/src/cli.ts");
const JUDGE = join(ROOT, "conformance/src/cli.ts");
const CLINIC = join(ROOT, "examples/clinic/clinic.yaml");

/** What the judge holds every answer to odd input against: no server error, the envelope, no leak, no other's data. */
const HELD = ["SVC-ERR-001", "SVC-ERR-004", "SVC-SEC-001", "SVC-SEC-006"] as const;

/** More than this the judge is not asked to remember at once. */
const PART = 10_000;

export interface FuzzOptions {
  /** An empty database. */
  readonly location: string;
  readonly requests: number;
  readonly seed: number;
  readonly onPart?: (requests: number) => void;
}

/**
 * Has the certification suite send odd input to a node, by the published schemas: plain requests, requests with a few
 * things twisted, and nonsense. The suite judges the answers; besides, the node must not have logged a fault of its own.
 * @throws {Error} with what the suite found, or what the node logged
 */
export async function fuzzNode({
  location,
  requests,
  seed,
  onPart,
}: FuzzOptions): Promise<{ readonly requests: number }> {
  const folder = await mkdtemp(join(tmpdir(), "servicialo-fuzz-"));
  const keys = join(folder, "keys.json");
  const logged: string[] = [];
  let node: Awaited<ReturnType<typeof serve>> | null = null;
  try {
    await command(NODE, ["seed", CLINIC, "--database", location, "--keys", keys]);
    node = await serve(location, logged);
    let sent = 0;
    for (let part = 0; sent < requests; part += 1) {
      const wish = Math.min(PART, requests - sent);
      const report = join(folder, `report-${part}.json`);
      sent += await judge({ url: node.url, keys, report, requests: wish, seed: seed + part });
      onPart?.(sent);
      if (logged.length > 0) throw new Error(`with seed ${seed + part} the node logged ${logged[0]}`);
    }
    return { requests: sent };
  } finally {
    await node?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A node that lets everybody in as often as they like, and what it logs of faults. */
async function serve(location: string, logged: string[]): Promise<{ url: string; stop(): Promise<void> }> {
  const args = ["serve", "--database", location, "--port", "0", "--sandbox-clock", "--allow-private-webhooks"];
  const often = "1000000";
  const child = spawn(process.execPath, [NODE, ...args, "--log-level", "error"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      SERVICIALO_PUBLIC_RATE_LIMIT: often,
      SERVICIALO_PUBLIC_ORGANIZATION_RATE_LIMIT: often,
      SERVICIALO_A2A_TASK_RATE_LIMIT: often,
    },
  });
  endWithUs(child);
  const ended = once(child, "exit");
  const { promise: listening, resolve, reject } = Promise.withResolvers<string>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    const url = /listens on (https?:\/\/[^\s/]+)/.exec(line)?.[1];
    if (url !== undefined) resolve(url);
    else if (line.startsWith("{")) logged.push(line);
  });
  void ended.then(() => reject(new Error("The node ended.")));
  return {
    url: await listening,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

interface Judged {
  readonly url: string;
  readonly keys: string;
  readonly report: string;
  readonly requests: number;
  readonly seed: number;
}

/** As much of a check in the suite's report as tells what went wrong. */
interface Check {
  readonly name: string;
  readonly verdict: string;
  readonly expectations: readonly { readonly holds: boolean; readonly what: string; readonly actual: string }[];
}

function failures({ name, verdict, expectations }: Check): string[] {
  const broken = expectations.filter(({ holds }) => !holds);
  return verdict === "PASS" ? [] : broken.map(({ what, actual }) => `${name}: ${what} was ${actual}`);
}

/** Runs the suite; answers how many requests of random input it sent. */
async function judge({ url, keys, report, requests, seed }: Judged): Promise<number> {
  const args = ["run", url, "--credentials", keys, "--level", "full", "--exact-codes", "--quiet"];
  const wish = ["--only", HELD.join(","), "--fuzz", String(requests), "--walk-steps", "0", "--seed", String(seed)];
  const printed = await command(JUDGE, [...args, ...wish, "--json", report], [0, 1, 3]);
  const { requirements } = JSON.parse(await readFile(report, "utf8")) as {
    requirements: readonly {
      readonly id: string;
      readonly verdict: string;
      readonly reason: string | null;
      readonly checks?: readonly Check[];
    }[];
  };
  const held = requirements.filter(({ id }) => (HELD as readonly string[]).includes(id));
  const broken = held.filter(({ verdict }) => verdict !== "PASS");
  if (held.length !== HELD.length || broken.length > 0) {
    const what = broken
      .map(({ id, verdict, reason, checks = [] }) =>
        [`${verdict} ${id}`, reason ?? "", ...checks.flatMap(failures)].join("\n  "),
      )
      .join("\n");
    throw new Error(`with seed ${seed}: ${what || printed}`);
  }
  const checks = held.flatMap((requirement) => requirement.checks ?? []);
  const sent = checks.map(({ name }) => Number(/random input in (\d+) requests/.exec(name)?.[1] ?? 0));
  const most = Math.max(0, ...sent);
  if (most === 0) throw new Error(`with seed ${seed} the suite sent no random input: ${printed}`);
  return most;
}

function command(file: string, args: readonly string[], codes: readonly number[] = [0]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const options = { maxBuffer: 64 * 1024 * 1024, cwd: ROOT };
  const child = execFile(
    process.execPath,
    ["--max-old-space-size=6000", file, ...args],
    options,
    (_error, out, err) => {
      if (codes.includes(child.exitCode ?? -1)) resolve(out);
      else reject(new Error(`${args[0]} ended with ${child.exitCode}: ${err.slice(-2000)}${out.slice(-2000)}`));
    },
  );
  return promise;
}

async function main(options: DatabaseOptions & { requests: number }): Promise<void> {
  const { requests, seed } = options;
  giveEvidenceKey();
  const onPart = (sent: number) => console.error(`${sent} of ${requests} requests`);
  await runAtPlace(options, async ({ location }) => {
    const fuzzed = await fuzzNode({ location, requests, seed, onPart });
    return [`${fuzzed.requests} fuzzed requests: 0 server errors, 0 faults logged, 0 envelope violations, 0 leaks`];
  });
}

if (import.meta.main) {
  await runEndurance(
    enduranceOnDatabase("fuzz-node", "Sends odd input by the published schemas to every operation of a node.")
      .option("--requests <number>", "how many", wholeNumber, 100_000)
      .action(main),
  );
}

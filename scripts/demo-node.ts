import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { execa } from "execa";
import { StepFailure } from "./steps.ts";
import { childOptions } from "./workspace.ts";

/** What the node prints once it listens. */
const LISTENING = /listens on (https?:\/\/[^\s/]+)/;

/** Milliseconds that a node may take to become ready, and to stop. */
const PATIENCE = 30_000;

/** Milliseconds between two looks at a node that is not ready yet. */
const BETWEEN_LOOKS = 50;

const LINES_KEPT = 20;

const REFERENCE_NODE = "runtime/src/cli.ts";

export interface DemoNodeOptions {
  /** SQLite file, or `postgres://` URL. */
  readonly database: string;
  /** Variables that it needs besides. */
  readonly environment?: Readonly<Record<string, string>>;
  /** 0 picks a free port. */
  readonly port: number;
  /** File that keeps everything the node prints. */
  readonly log: string;
  /** The node's command; default: the reference node. */
  readonly command?: string;
}

/** A node in a process of its own. */
export interface DemoNode {
  /** Its address without base path, e.g. `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Asks it to stop and waits for running requests to end. Safe to call twice. */
  stop(): Promise<void>;
  /** Settles when the process has ended, whoever ended it. */
  readonly ended: Promise<void>;
}

/**
 * Starts `servicialo-node serve` with a clock that can be moved, and webhooks that reach this machine, and waits until it
 * is ready.
 * @throws {StepFailure} with what the node printed, when it ends or keeps silent
 */
export async function startDemoNode({ command = REFERENCE_NODE, ...options }: DemoNodeOptions): Promise<DemoNode> {
  const child = serve(command, options);
  const { printed, listening, closed } = follow([child.stdout, child.stderr], options.log);
  const ended = Promise.all([child, closed]).then(() => undefined);
  const stop = async () => {
    child.kill("SIGTERM");
    const { exitCode, signal } = await child;
    if (exitCode !== 0)
      throw new StepFailure(
        `the node did not stop in order (${signal ?? `exit code ${exitCode}`})`,
        printed.join("\n"),
      );
  };
  const deadline = AbortSignal.timeout(PATIENCE);
  const gaveUp = once(deadline, "abort").then(() => "too late" as const);
  try {
    const url = await Promise.race([listening, ended.then(() => "ended" as const), gaveUp]);
    if (url === "ended") throw new StepFailure("the node ended before it listened", printed.join("\n"));
    if (url === "too late")
      throw new StepFailure(`the node does not listen after ${PATIENCE / 1000} s`, printed.join("\n"));
    await untilReady(url, deadline);
    return { url, stop, ended };
  } catch (error) {
    child.kill("SIGTERM");
    await ended;
    throw error;
  }
}

interface Followed {
  /** The last lines, for the case that something goes wrong. */
  readonly printed: readonly string[];
  /** Settles with the address as soon as it is printed. */
  readonly listening: Promise<string>;
  readonly closed: Promise<void>;
}

/** Reads what a node prints: keeps it in a file and picks out its address. */
function follow(streams: readonly Readable[], log: string): Followed {
  const file = createWriteStream(log);
  const printed: string[] = [];
  const { promise: listening, resolve: sayUrl } = Promise.withResolvers<string>();
  const interfaces = streams.map((input) =>
    createInterface({ input }).on("line", (line) => {
      file.write(`${line}\n`);
      printed.push(line);
      if (printed.length > LINES_KEPT) printed.shift();
      const url = LISTENING.exec(line)?.[1];
      if (url !== undefined) sayUrl(url);
    }),
  );
  const closed = Promise.all(interfaces.map((one) => once(one, "close"))).then(() => void file.end());
  return { printed, listening, closed };
}

function serve(command: string, { database, port, environment }: DemoNodeOptions) {
  const args = [command, "serve", "--database", database, "--port", String(port), "--sandbox-clock"];
  // The suite takes webhook deliveries on loopback.
  args.push("--allow-private-webhooks");
  const options = childOptions();
  return execa("node", args, {
    ...options,
    env: { ...options.env, ...environment },
    buffer: false,
    reject: false,
    forceKillAfterDelay: PATIENCE,
  });
}

async function untilReady(url: string, deadline: AbortSignal): Promise<void> {
  let lastAnswer = "no answer";
  while (!deadline.aborted) {
    try {
      const response = await fetch(`${url}/health/ready`, { signal: deadline });
      const body = await response.text();
      if (response.ok) return;
      lastAnswer = `${response.status} ${body.slice(0, 400)}`;
    } catch (error) {
      if (!deadline.aborted) lastAnswer = error instanceof Error ? error.message : String(error);
    }
    await pause(BETWEEN_LOOKS);
  }
  throw new StepFailure(`the node is not ready after ${PATIENCE / 1000} s`, `GET ${url}/health/ready: ${lastAnswer}`);
}

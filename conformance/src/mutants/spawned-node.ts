import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Credentials } from "../settings.ts";

/** Where the programs of this project stand. */
export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

const LISTENING = /listens on (https?:\/\/[^\s/]*[^\s/.])/;

/** A node in a process of its own: the judge shares nothing with it but a command line. */
export interface SpawnedNode {
  readonly url: string;
  readonly organization: string;
  readonly credentials: Credentials;
  stop(): Promise<void>;
}

/** A program of this project and what it is told. */
export interface Program {
  /** The program below the root, and its arguments. */
  readonly args: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
}

/** What a node needs besides its program. */
export interface Belongings {
  /** File that holds the keys of its parties once it listens. */
  readonly keys: string;
  /** Removed with everything in it when the node has stopped. */
  readonly folder: string;
}

/** Runs a program with its output kept apart from the judge's. */
export function run({ args: [program, ...rest], env }: Program): ChildProcess {
  return spawn(process.execPath, [join(ROOT, program), ...rest], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/**
 * Starts a program that serves a node, and waits until it listens.
 * @throws {Error} with what it printed, when it ends before
 */
export async function spawnNode(program: Program, { keys, folder }: Belongings): Promise<SpawnedNode> {
  const child = run(program);
  const url = await listening(child);
  const { organization, credentials } = JSON.parse(await readFile(keys, "utf8")) as {
    organization: string;
    credentials: Credentials;
  };
  return {
    url,
    organization,
    credentials,
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
      await rm(folder, { recursive: true });
    },
  };
}

async function listening({ stdout, stderr }: ChildProcess): Promise<string> {
  if (!stdout || !stderr) throw new Error("The node has no output.");
  const said: string[] = [];
  stderr.on("data", (chunk) => said.push(String(chunk)));
  for await (const line of createInterface({ input: stdout })) {
    const url = LISTENING.exec(line)?.[1];
    if (url === undefined) continue;
    // From here on what it prints is let pass by.
    for (const stream of [stdout, stderr]) stream.removeAllListeners("data").resume();
    return url;
  }
  throw new Error(`The node ended before it listened: ${said.join("")}`);
}

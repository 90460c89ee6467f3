import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { endWithUs } from "./end-with-us.ts";

const CLI = fileURLToPath(new URL("../cli.ts", import.meta.url));

/** What a run of the command line left behind. */
export interface CommandRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `servicialo-node` to its end. */
export function runCommand(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<CommandRun> {
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...args], { env: { ...process.env, ...environment } }, (error, stdout, stderr) => {
      resolve({ exitCode: typeof error?.code === "number" ? error.code : error ? -1 : 0, stdout, stderr });
    });
  });
}

/** A node in a process of its own. */
export interface NodeProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Asks it to stop; answers its exit code. */
  stop(): Promise<number | null>;
}

/**
 * Runs `servicialo-node serve` on a file until it is stopped.
 * @throws {Error} when it ends before it listens
 */
export async function serveProcess(database: string, args: readonly string[] = []): Promise<NodeProcess> {
  const child = spawn(
    process.execPath,
    [CLI, "serve", "--database", database, "--port", "0", "--log-level", "silent", ...args],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  endWithUs(child);
  const ended = once(child, "exit") as Promise<[number | null]>;
  const listening = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /listens on (https?:\/\/[^\s/]+)/.exec(line)?.[1];
      if (url !== undefined) return url;
    }
    throw new Error("The node ended before it listened.");
  })();
  const url = await listening;
  return {
    url,
    child,
    async stop() {
      child.kill("SIGTERM");
      const [code] = await ended;
      return code;
    },
  };
}

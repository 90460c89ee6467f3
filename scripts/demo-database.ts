import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { execa } from "execa";
import { StepFailure } from "./steps.ts";
import { childOptions } from "./workspace.ts";

/** What the node of a run stores its data in. */
export interface DemoDatabase {
  /** What `--database` takes: a file, or a `postgres://` URL. */
  readonly location: string;
  /** Variables that the node needs besides. */
  readonly environment: Readonly<Record<string, string>>;
  /** Ends what was started for it. Safe to call twice. */
  stop(): Promise<void>;
}

/** A fresh SQLite file; what an earlier run left in it is removed. */
export async function sqliteFile(file: string): Promise<DemoDatabase> {
  for (const path of [file, `${file}-wal`, `${file}-shm`]) await rm(path, { force: true });
  return { location: file, environment: {}, stop: async () => {} };
}

/** A database of the user's own, which has to be empty and stays as the run leaves it. */
export function ownPostgres(url: string): DemoDatabase {
  return { location: url, environment: evidenceKey(), stop: async () => {} };
}

/**
 * A PostgreSQL server from npm, in a process of its own, whose data is gone when it stops.
 * @throws {StepFailure} with what it printed, when it does not start
 */
export async function startPostgres(): Promise<DemoDatabase> {
  const child = execa("node", ["scripts/postgres-server.ts"], {
    ...childOptions(),
    stdin: "pipe",
    reject: false,
    // A group of its own: Ctrl-C must not stop the database before the node.
    detached: true,
  });
  let stopped = false;
  const stop = async () => {
    if (!stopped) child.stdin.end();
    stopped = true;
    await child;
  };
  // Its only line is the URL; a server that ends without one has said why.
  const ready = once(createInterface({ input: child.stdout }), "line") as Promise<[string]>;
  const [location] = await Promise.race([ready, child.then(() => [])]);
  if (location !== undefined) return { location, environment: evidenceKey(), stop };
  throw new StepFailure("PostgreSQL did not start", (await child).stderr);
}

/** On PostgreSQL the key that restricted evidence is sealed with has to be given. */
function evidenceKey(): Record<string, string> {
  return { SERVICIALO_EVIDENCE_KEY: process.env["SERVICIALO_EVIDENCE_KEY"] ?? randomBytes(32).toString("base64") };
}

import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Credentials } from "../settings.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const COMMAND = join(ROOT, "runtime/src/cli.ts");
const LISTENING = /listens on (https?:\/\/[^\s/]+)/;

/** The reference node in a process of its own: the judge shares nothing with it but this command line. */
export interface ReferenceNode {
  readonly url: string;
  readonly organization: string;
  readonly credentials: Credentials;
  stop(): Promise<void>;
}

/**
 * Plants the demo clinic in a fresh database and serves it on a free port, with a clock that can be moved.
 * @param environment settings of the node, such as a wider rate limit
 * @param location URL of an empty database; a file of its own unless given
 */
export async function startReferenceNode(
  environment: Readonly<Record<string, string>> = {},
  location?: string,
): Promise<ReferenceNode> {
  const folder = await mkdtemp(join(tmpdir(), "servicialo-judged-"));
  const database = location ?? join(folder, "clinic.db");
  const keys = join(folder, "keys.json");
  const clinic = join(ROOT, "examples/clinic/clinic.yaml");
  await ended(run(["seed", clinic, "--database", database, "--keys", keys], environment));
  const options = ["--database", database, "--port", "0", "--sandbox-clock", "--allow-private-webhooks"];
  const child = run(["serve", ...options], environment);
  const url = await listening(child);
  const { organization, credentials } = JSON.parse(await readFile(keys, "utf8")) as {
    organization: string;
    credentials: Credentials;
  };
  // It is a resolver, too: the clinic is in it, as everybody is in one who is to be found.
  const key = credentials.organization?.token ?? "";
  const joining = ["--organization", organization, "--public-url", url, "--database", database];
  const joined = run(["resolver", "join", `${url}/servicialo/v1`, ...joining], {
    ...environment,
    SERVICIALO_RESOLVER_KEY: key,
  });
  await ended(joined);
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

/** The same on a PostgreSQL server that runs as long as the node. */
export async function startReferenceNodeOnPostgres(
  environment: Readonly<Record<string, string>> = {},
): Promise<ReferenceNode> {
  const server = spawn(process.execPath, [join(ROOT, "scripts/postgres-server.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  // It ends with its standard input.
  const end = async () => {
    server.stdin.end();
    await once(server, "exit");
  };
  for await (const location of createInterface({ input: server.stdout })) {
    const evidenceKey = { SERVICIALO_EVIDENCE_KEY: randomBytes(32).toString("base64") };
    const node = await startReferenceNode({ ...environment, ...evidenceKey }, location);
    return {
      ...node,
      async stop() {
        await node.stop();
        await end();
      },
    };
  }
  throw new Error("The PostgreSQL server ended before it was ready.");
}

function run(args: readonly string[], environment: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [COMMAND, ...args], {
    env: { ...process.env, NODE_ENV: "test", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function ended(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => said.push(String(chunk)));
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`The demo clinic cannot be planted: ${said.join("")}`);
}

async function listening(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("The node has no output.");
  child.stderr?.resume();
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    const url = LISTENING.exec(line)?.[1];
    if (url === undefined) continue;
    // From here on what it prints is let pass by.
    child.stdout.resume();
    return url;
  }
  throw new Error("The node ended before it listened.");
}

import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Program, ROOT, run, type SpawnedNode, spawnNode } from "./spawned-node.ts";

/** Settings of the node, such as a wider rate limit. */
type Environment = Readonly<Record<string, string>>;

/**
 * Plants the demo clinic in a fresh database and serves it on a free port, with a clock that can be moved.
 * @param location URL of an empty database; a file of its own unless given
 */
export async function startReferenceNode(environment: Environment = {}, location?: string): Promise<SpawnedNode> {
  const folder = await mkdtemp(join(tmpdir(), "servicialo-judged-"));
  const database = location ?? join(folder, "clinic.db");
  const keys = join(folder, "keys.json");
  const told = (args: readonly string[], more: Environment = {}): Program => ({
    args: ["runtime/src/cli.ts", ...args, "--database", database],
    env: { NODE_ENV: "test", ...environment, ...more },
  });
  await ended(run(told(["seed", join(ROOT, "examples/clinic/clinic.yaml"), "--keys", keys])));
  const serve = told(["serve", "--port", "0", "--sandbox-clock", "--allow-private-webhooks"]);
  const node = await spawnNode(serve, { keys, folder });
  const { url, organization, credentials } = node;
  // It is a resolver, too: the clinic is in it, as everybody is in one who is to be found.
  const joining = ["resolver", "join", `${url}/servicialo/v1`, "--organization", organization, "--public-url", url];
  await ended(run(told(joining, { SERVICIALO_RESOLVER_KEY: credentials.organization?.token ?? "" })));
  return node;
}

/** The reference node with room for as many public requests as a test likes to send. */
export function startUnlimitedNode(): Promise<SpawnedNode> {
  const limit = "100000";
  return startReferenceNode({
    SERVICIALO_PUBLIC_RATE_LIMIT: limit,
    SERVICIALO_PUBLIC_ORGANIZATION_RATE_LIMIT: limit,
  });
}

/** The same on a PostgreSQL server that runs as long as the node. */
export async function startReferenceNodeOnPostgres(environment: Environment = {}): Promise<SpawnedNode> {
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

async function ended(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => said.push(String(chunk)));
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`The demo clinic cannot be planted: ${said.join("")}`);
}

import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Program, type SpawnedNode, spawnNode } from "../mutants/spawned-node.ts";

/** The node that shares nothing with anybody, in a process of its own, with everything new. */
export function startPlainNode(): Promise<SpawnedNode> {
  return startExample((keys) => ({ args: ["examples/plain-node/src/main.ts", "--port", "0", "--keys", keys] }));
}

/** The node that was begun with `init` and filled in by hand, in a process of its own. */
export function startMinimalNode(): Promise<SpawnedNode> {
  return startExample((keys) => ({ args: ["examples/minimal-node/src/main.ts"], env: { PORT: "0", KEYS: keys } }));
}

async function startExample(programWith: (keys: string) => Program): Promise<SpawnedNode> {
  const folder = await mkdtemp(join(tmpdir(), "servicialo-example-"));
  const keys = join(folder, "keys.json");
  return spawnNode(programWith(keys), { keys, folder });
}

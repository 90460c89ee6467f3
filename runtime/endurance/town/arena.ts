import { type NodeProcess, serveProcess } from "../../src/testing/node-process.ts";
import { plantTown, type Town, type TownSize } from "./plant.ts";

/** A town with nodes that serve it. */
export interface Arena {
  readonly town: Town;
  readonly nodes: readonly NodeProcess[];
  /** Addresses of the nodes. */
  readonly urls: readonly string[];
}

/** What an arena is made of. */
export interface ArenaOptions {
  /** An empty database: a path, or a `postgres://` URL. */
  readonly location: string;
  /** Node processes on it. */
  readonly processes: number;
  readonly size: TownSize;
  /** What the nodes are started with beside it. */
  readonly args?: readonly string[];
}

/** Limits that protect a node from the public and from more than it can do; a run is after what they would hide. */
const UNLIMITED = {
  SERVICIALO_PUBLIC_RATE_LIMIT: "100000",
  SERVICIALO_PUBLIC_ORGANIZATION_RATE_LIMIT: "100000",
  SERVICIALO_MOST_REQUESTS: "100000",
};

/** Plants a town, starts nodes on it, and stops them when the work is done. */
export async function inArena<Result>(options: ArenaOptions, work: (arena: Arena) => Promise<Result>): Promise<Result> {
  const town = await plantTown(options.location, options.size);
  return withNodes(town, options, work);
}

/** Starts nodes on a town that is planted already. */
export async function withNodes<Result>(
  town: Town,
  { processes, args = [] }: Pick<ArenaOptions, "processes" | "args">,
  work: (arena: Arena) => Promise<Result>,
): Promise<Result> {
  const before = { ...process.env };
  Object.assign(process.env, UNLIMITED);
  const nodes: NodeProcess[] = [];
  try {
    for (let n = 0; n < processes; n += 1) nodes.push(await serveProcess(town.location, args));
    return await work({ town, nodes, urls: nodes.map(({ url }) => url) });
  } finally {
    for (const name of Object.keys(UNLIMITED)) {
      const value = before[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await Promise.all(nodes.map((node) => node.stop()));
  }
}

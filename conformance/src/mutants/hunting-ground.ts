import { startReferenceNode } from "./reference-node.ts";
import type { SpawnedNode } from "./spawned-node.ts";

/** What a good node is told: what meets a limit wants its own, narrow ones and to be told apart, all others no limit in their way. */
const SETTINGS = {
  wide: { SERVICIALO_PUBLIC_RATE_LIMIT: "100000", SERVICIALO_PUBLIC_ORGANIZATION_RATE_LIMIT: "100000" },
  own: { SERVICIALO_TRUSTED_PROXIES: "127.0.0.1", SERVICIALO_PUBLIC_RATE_LIMIT: "80" },
};

type Limits = keyof typeof SETTINGS;

/** Requirements whose cases meet a limit. */
const ABOUT_LIMITS = /^SVC-(?:RATE-|MCP-006$)/;

/** Good nodes to put faults in front of, each started when the first case needs it. */
export class HuntingGround {
  readonly #nodes = new Map<Limits, Promise<SpawnedNode>>();

  /** The node that the case of a requirement judges. */
  nodeFor(requirement: string): Promise<SpawnedNode> {
    const limits: Limits = ABOUT_LIMITS.test(requirement) ? "own" : "wide";
    const node = this.#nodes.get(limits) ?? startReferenceNode(SETTINGS[limits]);
    this.#nodes.set(limits, node);
    return node;
  }

  async stop(): Promise<void> {
    for (const node of this.#nodes.values()) await (await node).stop();
    this.#nodes.clear();
  }
}

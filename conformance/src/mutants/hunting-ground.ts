import { type ReferenceNode, startReferenceNode } from "./reference-node.ts";

/** What the node lets pass: the rate cases want its own limits, all others want none in their way. */
const WIDE = { SERVICIALO_PUBLIC_RATE_LIMIT: "100000", SERVICIALO_PUBLIC_ORGANIZATION_RATE_LIMIT: "100000" };

type Limits = "wide" | "own";

/** Good nodes to put faults in front of, started when the first of their requirements is hunted. */
export class HuntingGround {
  readonly #nodes = new Map<Limits, Promise<ReferenceNode>>();

  /** The node that the case of a requirement judges. */
  nodeFor(requirement: string): Promise<ReferenceNode> {
    const limits: Limits = requirement.startsWith("SVC-RATE-") ? "own" : "wide";
    const running = this.#nodes.get(limits);
    if (running !== undefined) return running;
    const started = startReferenceNode(limits === "wide" ? WIDE : {});
    this.#nodes.set(limits, started);
    return started;
  }

  async stop(): Promise<void> {
    for (const node of this.#nodes.values()) await (await node).stop();
    this.#nodes.clear();
  }
}

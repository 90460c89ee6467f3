import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { discoverMutants } from "./discover-mutants.ts";
import { hunt, requireControl } from "./hunt.ts";
import { type ReferenceNode, startReferenceNode } from "./reference-node.ts";

/** Only the first faulty node of each requirement, for a quick look. */
const QUICK = process.env["SERVICIALO_MUTANTS"] === "quick";

const sets = await discoverMutants();

/** Nodes by how much they let pass: the rate cases want the node's own limit, all others want none in their way. */
const nodes = new Map<"wide" | "own", ReferenceNode>();

beforeAll(async () => {
  const wide = { SERVICIALO_PUBLIC_RATE_LIMIT: "100000", SERVICIALO_PUBLIC_ORGANIZATION_RATE_LIMIT: "100000" };
  nodes.set("wide", await startReferenceNode(wide));
  if (sets.some(({ requirement }) => isAboutRates(requirement))) {
    nodes.set("own", await startReferenceNode({ SERVICIALO_TRUSTED_PROXIES: "127.0.0.1" }));
  }
}, 60_000);
afterAll(async () => {
  for (const node of nodes.values()) await node.stop();
});

function isAboutRates(requirement: string): boolean {
  return requirement.startsWith("SVC-RATE-");
}

function nodeFor(requirement: string): ReferenceNode {
  const node = nodes.get(isAboutRates(requirement) ? "own" : "wide");
  if (!node) throw new Error("No node runs.");
  return node;
}

describe.each(sets)("the case of $requirement", (set) => {
  it("lets the good node pass", { timeout: 120_000 }, () => requireControl(nodeFor(set.requirement), set));

  it.each(QUICK ? set.mutants.slice(0, 1) : set.mutants)(
    "catches a node that $fault",
    { timeout: 120_000 },
    async (mutant) => {
      const { active, verdict, why } = await hunt(nodeFor(set.requirement), set, mutant);
      expect(active, "the fault never showed").toBe(true);
      expect(verdict, why).toBe("FAIL");
    },
  );
});

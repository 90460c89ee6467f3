import type { RunParts } from "./case-context.ts";
import type { CheckRecord } from "./check.ts";
import type { DiscoveredCase } from "./discover-cases.ts";
import { runWalk } from "./walk/run-walk.ts";

/** What is asked of a node at random, by the seed, beside the cases. */
export interface Exploration {
  /** Checks to add to those of a requirement. */
  readonly checks: ReadonlyMap<string, readonly CheckRecord[]>;
  /** What could not be asked, and why. */
  readonly leftOut: readonly string[];
  readonly steps: number;
}

/**
 * Walks as far as the settings say, for the requirements of the run. A read-only run asks nothing.
 * @throws ConnectionLost when the node stops answering
 */
export async function explore(parts: RunParts, cases: readonly DiscoveredCase[]): Promise<Exploration> {
  const { readOnly, walkSteps } = parts.settings;
  const requirements = new Set(cases.map(({ requirement }) => requirement.id));
  const nothing: Exploration = { checks: new Map(), leftOut: [], steps: 0 };
  if (readOnly || walkSteps === 0) return nothing;
  const walked = await runWalk(parts, { steps: walkSteps, requirements });
  return { checks: walked.checks, leftOut: walked.leftOut, steps: walked.steps };
}

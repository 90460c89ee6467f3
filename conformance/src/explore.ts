import type { RunParts } from "./case-context.ts";
import type { CheckRecord } from "./check.ts";
import type { DiscoveredCase } from "./discover-cases.ts";
import { runFuzz } from "./fuzz/run-fuzz.ts";
import { judgeMessages } from "./judge-messages.ts";
import { runWalk } from "./walk/run-walk.ts";

/** What is asked of a node at random, by the seed, beside the cases. */
export interface Exploration {
  /** Checks to add to those of a requirement. */
  readonly checks: ReadonlyMap<string, readonly CheckRecord[]>;
  /** What could not be asked, and why. */
  readonly leftOut: readonly string[];
  readonly steps: number;
  readonly requests: number;
}

/**
 * Walks and fuzzes as far as the settings say, for the requirements of the run. A read-only run asks nothing.
 * @throws ConnectionLost when the node stops answering
 */
export async function explore(parts: RunParts, cases: readonly DiscoveredCase[]): Promise<Exploration> {
  const { readOnly, walkSteps, fuzzRequests } = parts.settings;
  const requirements = new Set(cases.map(({ requirement }) => requirement.id));
  const checks = new Map<string, readonly CheckRecord[]>();
  const add = (more: ReadonlyMap<string, readonly CheckRecord[]>) => {
    for (const [id, records] of more) checks.set(id, [...(checks.get(id) ?? []), ...records]);
  };
  const leftOut: string[] = [];
  let [steps, requests] = [0, 0];
  if (!readOnly && walkSteps > 0) {
    const walked = await runWalk(parts, { steps: walkSteps, requirements });
    add(walked.checks);
    leftOut.push(...walked.leftOut.map((what) => `walk: ${what}`));
    steps = walked.steps;
  }
  if (!readOnly && fuzzRequests > 0) {
    const fuzzed = await runFuzz(parts, { requests: fuzzRequests, requirements });
    add(fuzzed.checks);
    leftOut.push(...fuzzed.leftOut.map((what) => `fuzzing: ${what}`));
    requests = fuzzed.requests;
  }
  if (walkSteps > 0 || fuzzRequests > 0) add(judgeMessages(parts, requirements));
  return { checks, leftOut, steps, requests };
}

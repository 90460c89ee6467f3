import { LEVELS, type Level, requirementsBeside, requirementsOf } from "../levels.ts";
import type { RequirementResult } from "../run-report.ts";
import { runSuite } from "../run-suite.ts";
import { DEFAULT_SETTINGS, type RunSettings } from "../settings.ts";
import type { Verdict } from "../verdict.ts";
import type { Mutant, MutantSet } from "./define-mutants.ts";
import type { Fault } from "./mutant-call.ts";
import { startMutantNode } from "./mutant-node.ts";
import type { SpawnedNode } from "./spawned-node.ts";

/** What became of one faulty node. */
export interface Hunted {
  readonly requirement: string;
  readonly fault: string;
  /** Verdict of the case of the requirement that is broken. */
  readonly verdict: Verdict;
  /** Whether the fault showed at all during the run. */
  readonly active: boolean;
  /** Whether the suite caught it: the broken requirement failed, by a fault that showed. */
  readonly killed: boolean;
  readonly why: string;
}

/** The first level that a requirement is judged for. */
function levelOf(requirement: string): Level {
  const judged = (level: Level) => [...requirementsOf(level), ...requirementsBeside(level, true)];
  const found = LEVELS.find((level) => judged(level).some(({ id }) => id === requirement));
  if (found === undefined) throw new Error(`${requirement}: no level judges it`);
  return found;
}

/** What the case saw first that should not be. */
function firstMismatch(result: RequirementResult | undefined): string | null {
  for (const { name, expectations } of result?.checks ?? []) {
    const found = expectations.find((one) => !one.holds);
    if (found !== undefined) return `${name}: ${found.what}: expected ${found.expected}, got ${found.actual}`;
  }
  return null;
}

/** Judges one requirement of a node that stands behind a fault. */
async function judge(node: SpawnedNode, requirement: string, fault?: Fault): Promise<Omit<Hunted, "fault" | "killed">> {
  const mutant = await startMutantNode(node.url, node.credentials, fault);
  try {
    const settings: RunSettings = {
      ...DEFAULT_SETTINGS,
      url: mutant.url,
      organization: node.organization,
      credentials: node.credentials,
      level: levelOf(requirement),
      only: [requirement],
      exactCodes: true,
      timeoutMs: 5_000,
    };
    const report = await runSuite(settings);
    const result = report.results.find((one) => one.requirement.id === requirement);
    const why = report.truncated ?? firstMismatch(result) ?? result?.reason ?? "";
    return { requirement, verdict: result?.verdict ?? "INCOMPLETE", active: mutant.altered() > 0, why };
  } finally {
    await mutant.close();
  }
}

/** What the suite says of the good node, through a proxy that changes nothing, or adds what the node lacks. */
export function judgeGood(
  node: SpawnedNode,
  requirement: string,
  good?: () => Fault,
): Promise<Omit<Hunted, "fault" | "killed">> {
  return judge(node, requirement, good?.());
}

/**
 * Expects the good node to pass.
 * @throws {Error} when the requirement does not pass: then no mutant of it would prove anything
 */
export async function requireControl(node: SpawnedNode, { requirement, good }: MutantSet): Promise<void> {
  const { verdict, active, why } = await judgeGood(node, requirement, good);
  if (active && good === undefined) throw new Error(`${requirement}: the control changed an answer`);
  if (verdict !== "PASS") throw new Error(`${requirement}: the good node gets ${verdict} ${why}`);
}

/** Lets the suite judge one faulty node. */
export async function hunt(node: SpawnedNode, { requirement }: MutantSet, mutant: Mutant): Promise<Hunted> {
  const judged = await judge(node, requirement, mutant.make());
  return { ...judged, fault: mutant.fault, killed: judged.active && judged.verdict === "FAIL" };
}

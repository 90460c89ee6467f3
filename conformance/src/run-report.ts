import type { Requirement } from "./artefacts.ts";
import type { CheckRecord } from "./check.ts";
import type { DiscoveredCase } from "./discover-cases.ts";
import { asksForNegative, isBlocking, isMandatory, type Level, requirementsOf } from "./levels.ts";
import type { Exchange } from "./node-connection.ts";
import type { Diagnosis } from "./preflight.ts";
import type { RunSettings } from "./settings.ts";
import { gravest, VERDICTS, type Verdict } from "./verdict.ts";

/** The verdict on one requirement, with the checks that led to it. */
export interface RequirementResult {
  readonly requirement: Requirement;
  /** Whether the level is not reached without it. */
  readonly mandatory: boolean;
  readonly verdict: Verdict;
  readonly reason: string | null;
  /** Path of the case below the folder of cases; null when there is none. */
  readonly file: string | null;
  readonly title: string | null;
  readonly checks: readonly CheckRecord[];
  readonly durationMs: number;
  /** Whether its case is among those that certify this version; what is not scored is shown, and counts for nothing. */
  readonly scored: boolean;
}

export type LevelOutcome = "reached" | "failed" | "incomplete";

/** The grade: every MUST of the level counts, whether the run had a case for it or not. */
export interface LevelResult {
  readonly level: Level;
  readonly outcome: LevelOutcome;
  /** MUSTs that passed or do not apply. */
  readonly met: number;
  /** All MUSTs of the level. */
  readonly total: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** SHOULDs that the node does not follow. */
  readonly warnings: number;
}

/** Everything that a run found out. */
export interface RunReport {
  readonly url: string;
  readonly organization: string | null;
  readonly seed: number;
  readonly level: LevelResult;
  readonly results: readonly RequirementResult[];
  readonly exchanges: readonly Exchange[];
  readonly startedAt: string;
  readonly durationMs: number;
  /** Why the run ended early; null for a whole run. */
  readonly truncated: string | null;
  /** The node never answered at all. */
  readonly unreachable: boolean;
  readonly ended: RunEnd;
  /** Mistakes of the set-up, with how to mend them. */
  readonly diagnoses: readonly Diagnosis[];
  readonly settings: RunSettings;
  /** Word that is in every name which this run made up, so that it can be told from what was there before. */
  readonly runWord: string;
}

/**
 * How a run came to its end: `whole`; `bailed` at the first failure, as asked; `budget` spent; `interrupted` by a
 * person; `lost` when the node stopped answering; `silent` when it accepted a connection and never answered;
 * `unreachable`; `refused` when the set-up made judging pointless.
 */
export type RunEnd = "whole" | "bailed" | "budget" | "interrupted" | "lost" | "silent" | "unreachable" | "refused";

/** A level is graded only by a run that asked everything, or that found a failure and was to stop there. */
export function isGraded(end: RunEnd): boolean {
  return end === "whole" || end === "bailed";
}

/** What running one case gave. */
export interface CaseOutcome {
  readonly found: DiscoveredCase;
  readonly checks: readonly CheckRecord[];
  readonly durationMs: number;
}

/**
 * Judges a requirement by the checks of its case. A MUST passes only with a passing positive check and, where the
 * ledger asks for a refused request, a passing negative one.
 */
export function judge(outcome: CaseOutcome): RequirementResult {
  const { requirement, definition, file } = outcome.found;
  const folded = gravest(outcome.checks.map((check) => check.verdict));
  const lack = folded === "PASS" ? whatIsLacking(outcome) : null;
  const verdict = lack === null ? folded : "NOT_VERIFIED";
  const decisive = outcome.checks.find((check) => check.verdict === verdict);
  return {
    requirement,
    mandatory: isBlocking(requirement),
    verdict,
    reason: lack ?? decisive?.reason ?? null,
    file,
    title: definition.title,
    checks: outcome.checks,
    durationMs: outcome.durationMs,
    scored: true,
  };
}

/** A requirement of the level for which nothing was run. */
export function unjudged(
  requirement: Requirement,
  verdict: "NOT_VERIFIED" | "INCOMPLETE",
  reason: string,
): RequirementResult {
  return {
    requirement,
    mandatory: isBlocking(requirement),
    verdict,
    reason,
    file: null,
    title: null,
    checks: [],
    durationMs: 0,
    scored: true,
  };
}

/**
 * Counts the MUSTs of a level over its whole denominator. What certifies nothing yet counts as not verified; what no
 * case can judge is left out.
 */
export function grade(
  level: Level,
  results: readonly RequirementResult[],
  excluded: ReadonlyMap<string, string> = new Map(),
): LevelResult {
  const byId = new Map(results.map((result) => [result.requirement.id, result]));
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  let total = 0;
  let warnings = 0;
  for (const requirement of requirementsOf(level)) {
    if (excluded.has(requirement.id)) continue;
    const result = byId.get(requirement.id);
    const verdict = result === undefined || !result.scored ? "NOT_VERIFIED" : result.verdict;
    if (isMandatory(requirement)) {
      total += 1;
      counts[verdict] += 1;
    } else if (verdict === "FAIL") warnings += 1;
  }
  const met = counts.PASS + counts.NOT_APPLICABLE;
  const outcome: LevelOutcome = counts.FAIL > 0 ? "failed" : met === total && total > 0 ? "reached" : "incomplete";
  return { level, outcome, met, total, counts, warnings };
}

function whatIsLacking(outcome: CaseOutcome): string | null {
  const { requirement, definition } = outcome.found;
  if (!isMandatory(requirement)) return null;
  const passed = (kind: CheckRecord["kind"]) =>
    outcome.checks.some((check) => check.kind === kind && check.verdict === "PASS");
  if (!passed("positive")) return "no positive check passed";
  if (passed("negative") || !asksForNegative(requirement) || definition.negativeOmitted !== undefined) return null;
  return "the ledger asks for a refused request, and no negative check passed";
}

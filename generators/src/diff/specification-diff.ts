import type { ProtocolModel } from "../ir/model.ts";
import { type ApprovalProblem, applyApprovals, approvalsFor, type JudgedFinding } from "./approvals.ts";
import { findDifferences } from "./finding.ts";
import { type Bump, bumpFor, compareVerdicts, VERDICTS, type Verdict } from "./verdict.ts";

/** A specification as `diff` was given it. */
export interface Side {
  /** What the user wrote. */
  readonly label: string;
  /** All versions it describes, or the one that was asked for. */
  readonly models: readonly ProtocolModel[];
  /** Whether one version was asked for by name. */
  readonly chosen: boolean;
}

/** The differences between one version and another. */
export interface VersionDiff {
  readonly base: string;
  readonly head: string;
  readonly findings: readonly JudgedFinding[];
}

export interface SpecificationDiff {
  readonly base: string;
  readonly head: string;
  readonly comparisons: readonly VersionDiff[];
  readonly approvalProblems: readonly ApprovalProblem[];
  /** What the gravest verdict asks of the version number. */
  readonly bump: Bump;
  readonly counts: Readonly<Record<Verdict, number>>;
}

/**
 * Compares two specifications. Where a version was asked for by name, that one; else every version that both describe,
 * and the newest of each when they share none.
 * @param today local date, `YYYY-MM-DD`, by which approvals expire
 */
export function diffSpecifications(base: Side, head: Side, today: string): SpecificationDiff {
  const versions = { base: base.models.map(({ version }) => version), head: head.models.map(({ version }) => version) };
  const wholes = !base.chosen && !head.chosen;
  const judged = pairsOf(base, head).map(([older, newer], index) => {
    const lists = wholes && index === 0 ? versions : undefined;
    const approvals = approvalsFor(newer.approvedChanges, older.version, newer.version);
    const { findings, problems } = applyApprovals(findDifferences(older, newer, lists), approvals, today);
    return { base: older.version, head: newer.version, findings, problems };
  });
  const all = judged.flatMap(({ findings }) => findings);
  return {
    base: base.label,
    head: head.label,
    comparisons: judged.map(({ problems: _, ...comparison }) => comparison),
    approvalProblems: [
      ...new Map(judged.flatMap(({ problems }) => problems).map((problem) => [problem.message, problem])).values(),
    ],
    bump: bumpFor(all.map(({ verdict }) => verdict)),
    counts: Object.fromEntries(
      VERDICTS.map((verdict) => [verdict, all.filter((finding) => finding.verdict === verdict).length]),
    ) as Record<Verdict, number>,
  };
}

function pairsOf(base: Side, head: Side): [ProtocolModel, ProtocolModel][] {
  const newest = (side: Side) => side.models.at(-1);
  const [older, newer] = [newest(base), newest(head)];
  if (!older || !newer) return [];
  if (base.chosen && head.chosen) return [[older, newer]];
  const shared = head.models.flatMap((model): [ProtocolModel, ProtocolModel][] => {
    const same = base.models.find(({ version }) => version === model.version);
    return same ? [[same, model]] : [];
  });
  return shared.length > 0 ? shared : [[older, newer]];
}

/** Why a diff fails; empty when it passes. */
export function failuresOf(diff: SpecificationDiff, gravest: Verdict): string[] {
  const open = diff.comparisons
    .flatMap(({ findings }) => findings)
    .filter(({ verdict, approvedBy }) => approvedBy === null && compareVerdicts(verdict, gravest) <= 0);
  const findings =
    open.length === 0
      ? []
      : [
          `${open.length} ${open.length === 1 ? "finding is" : "findings are"} ${gravest === "breaking" ? "breaking" : `at least ${gravest}`} and not approved.`,
        ];
  return [...findings, ...diff.approvalProblems.map(({ message }) => message)];
}

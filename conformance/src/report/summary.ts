import type { LevelResult } from "../run-report.ts";
import { VERDICTS } from "../verdict.ts";
import type { ReportedRequirement, ReportHead } from "./document.ts";

/** `CORE: incomplete, 71 of 94`: the one line that counts. */
export function verdictLine(level: LevelResult): string {
  const failed = level.counts.FAIL > 0 ? `, ${level.counts.FAIL} failed` : "";
  return `${level.level.toUpperCase()}: ${level.outcome}, ${level.met} of ${level.total}${failed}`;
}

/** `93 PASS, 1 NOT_APPLICABLE; 2 SHOULD not followed` */
export function countsOf(level: LevelResult): string {
  const counts = VERDICTS.filter((verdict) => level.counts[verdict] > 0).map(
    (verdict) => `${level.counts[verdict]} ${verdict}`,
  );
  return `${counts.join(", ")}${level.warnings > 0 ? `; ${level.warnings} SHOULD not followed` : ""}`;
}

export function isMet({ verdict, scored }: ReportedRequirement): boolean {
  return scored && (verdict === "PASS" || verdict === "NOT_APPLICABLE");
}

/** What blocks the level without being a failure. */
export function isOpen(one: ReportedRequirement): boolean {
  return one.mandatory && !isMet(one) && !(one.verdict === "FAIL" && one.scored);
}

type Counted = readonly [string, readonly [number, number]];

/** Met and all MUSTs by level of the ledger. */
export function levelsOf(head: ReportHead): readonly Counted[] {
  return counted(head, (one) => one.level);
}

/** Met and all MUSTs by area. */
export function areasOf(head: ReportHead): readonly Counted[] {
  return counted(head, (one) => one.area);
}

function counted(head: ReportHead, by: (one: ReportedRequirement) => string): readonly Counted[] {
  const groups = Map.groupBy(
    head.requirements.filter((one) => one.mandatory),
    by,
  );
  return [...groups].map(([name, members]) => [name, [members.filter(isMet).length, members.length]]);
}

/** Requirement ids by the reason why they are open, the commonest first. */
export function openGroups(head: ReportHead): readonly (readonly [string, readonly string[]])[] {
  const groups = Map.groupBy(head.requirements.filter(isOpen), (one) =>
    one.scored ? `${one.verdict}: ${one.reason ?? "no reason"}` : `${one.verdict}, and its case is not scored yet`,
  );
  return [...groups]
    .map(([reason, members]) => [reason, members.map((one) => one.id)] as const)
    .sort((a, b) => b[1].length - a[1].length);
}

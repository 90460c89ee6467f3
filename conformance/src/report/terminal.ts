import pc from "picocolors";
import type { LevelResult, RequirementResult } from "../run-report.ts";
import type { Verdict } from "../verdict.ts";
import type { ReportedRequirement, ReportHead } from "./document.ts";
import { areasOf, countsOf, isMet, isOpen, levelsOf, openGroups, verdictLine } from "./summary.ts";

type Colors = ReturnType<typeof pc.createColors>;

const MOST_REASONS = 12;

/** One line for a requirement that was judged. */
export function resultLine(
  result: RequirementResult,
  place: { done: number; of: number; left: string },
  colors: Colors,
): string {
  const position = `${String(place.done).padStart(String(place.of).length)}/${place.of}`;
  const reason = result.verdict === "PASS" || result.reason === null ? "" : ` — ${result.reason.slice(0, 160)}`;
  const unscored = result.scored ? "" : colors.dim(" (unscored)");
  const left = place.left === "" ? "" : ` ${place.left}`;
  const title = result.title ?? "";
  return `${colors.dim(`${position}${left}`)} ${paint(result.verdict, result.mandatory, colors)} ${result.requirement.id} ${title}${unscored}${colors.dim(reason)}`;
}

/** The summary: first thing to mend on top, failures with their reproduction, then what could not be verified. */
export function terminalReport(head: ReportHead, color: boolean): string {
  const colors = pc.createColors(color);
  const lines: string[] = ["", ...mendLines(head, colors)];
  // Nothing was asked, so there is nothing to list.
  if (["unreachable", "silent", "refused"].includes(head.run.ended))
    return [...lines, gradeLine(head.level, colors)].join("\n");
  const failed = head.requirements.filter((one) => one.verdict === "FAIL");
  for (const result of failed.filter((one) => one.mandatory && one.scored))
    lines.push(...failureLines(result, head, colors));
  for (const result of failed.filter((one) => !one.mandatory || !one.scored))
    lines.push(
      `${colors.yellow("WARN")} ${result.id} ${result.text}${result.scored ? "" : " (its case is not scored yet)"}`,
    );
  lines.push(...openLines(head, colors), ...expectedLines(head, colors), ...coverageLines(head, colors), "");
  lines.push(`MUST: ${countsOf(head.level)}`);
  if (head.run.truncated !== null) lines.push(colors.red(`The run ended early: ${head.run.truncated}`));
  lines.push(gradeLine(head.level, colors));
  const { seed, exchanges, duration_ms } = head.run;
  lines.push(colors.dim(`seed ${seed}, ${exchanges} exchanges, ${(duration_ms / 1000).toFixed(1)} s`));
  return lines.join("\n");
}

export function gradeLine(level: LevelResult, colors: Colors): string {
  const line = verdictLine(level);
  return colors.bold(level.outcome === "reached" ? colors.green(line) : colors.red(line));
}

function mendLines({ first_to_mend: first, hints }: ReportHead, colors: Colors): string[] {
  if (first === null) return [];
  const others = hints.filter((one) => one.problem !== first.what);
  return [
    `${colors.bold("First thing to mend:")} ${first.what}`,
    `  ${colors.cyan(first.how)}`,
    ...others.flatMap((one) => [`${colors.bold("Also:")} ${one.problem}`, `  ${colors.cyan(one.mend)}`]),
    "",
  ];
}

function failureLines(result: ReportedRequirement, head: ReportHead, colors: Colors): string[] {
  const lines = [
    `${colors.red("FAIL")} ${colors.bold(result.id)} ${result.text}`,
    colors.dim(`     ${result.source}; ${head.spec.reference}/requirements.html#${result.id}`),
  ];
  for (const failure of result.failures) {
    lines.push(`  ${failure.kind}: ${failure.check}`);
    for (const one of failure.mismatches)
      lines.push(`    ${one.what}`, `      expected ${one.expected}`, `      actual   ${one.actual}`);
    if (failure.reason !== null) lines.push(`    ${failure.reason}`);
    if (failure.decisive !== null) lines.push(`    ${colors.cyan(failure.decisive)}`);
  }
  return [...lines, ""];
}

/** Why requirements stay open, the commonest reason first. */
function openLines(head: ReportHead, colors: Colors): string[] {
  const groups = openGroups(head);
  if (groups.length === 0) return [];
  const lines = [colors.bold("Not verified")];
  for (const [reason, ids] of groups.slice(0, MOST_REASONS))
    lines.push(`  ${colors.yellow(reason)}`, `    ${ids.join(" ")}`);
  if (groups.length > MOST_REASONS) lines.push(`  and ${groups.length - MOST_REASONS} other reasons: see --json`);
  return lines;
}

function expectedLines({ expected_failures: outcome }: ReportHead, colors: Colors): string[] {
  if (outcome === null) return [];
  const lines = ["", colors.bold(`Expected failures: ${outcome.expected.length}`)];
  for (const { requirement, problem } of outcome.stale)
    lines.push(`  ${colors.red("STALE")} ${requirement}: ${problem}; take it out of the file`);
  if (outcome.unexpected.length > 0) lines.push(`  not expected: ${outcome.unexpected.join(" ")}`);
  if (outcome.stale.length === 0 && outcome.unexpected.length === 0) lines.push("  exactly those, and nothing else");
  return lines;
}

function coverageLines(head: ReportHead, colors: Colors): string[] {
  const cell = (name: string, [met, of]: readonly [number, number]) =>
    met === of ? colors.green(`${name} ${met}/${of}`) : `${name} ${met}/${of}`;
  const open = head.requirements.filter((one) => one.mandatory && !isMet(one));
  const ids =
    head.requirements.length === 0 || open.length === 0 || open.length > 40 ? "" : open.map((one) => one.id).join(" ");
  return [
    "",
    `By level: ${levelsOf(head)
      .map(([name, count]) => cell(name, count))
      .join(", ")}`,
    `By area: ${areasOf(head)
      .map(([name, count]) => cell(name, count))
      .join(", ")}`,
    ...(ids === "" || !open.some(isOpen) ? [] : [`Open requirements: ${ids}`]),
  ];
}

export function paint(verdict: Verdict, mandatory: boolean, colors: Colors): string {
  const shown = verdict === "FAIL" && !mandatory ? "WARN" : verdict;
  if (shown === "PASS") return colors.green(shown);
  return shown === "FAIL" || shown === "HARNESS_ERROR" ? colors.red(shown) : colors.yellow(shown);
}

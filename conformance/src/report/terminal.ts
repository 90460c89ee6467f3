import pc from "picocolors";
import type { Redactor } from "../redact.ts";
import type { LevelResult, RequirementResult, RunReport } from "../run-report.ts";
import { VERDICTS, type Verdict } from "../verdict.ts";
import { failuresOf } from "./reproduction.ts";

type Colors = ReturnType<typeof pc.createColors>;

const MOST_REASONS = 12;

/** `CORE: incomplete, 71 of 94`: the one line that counts. */
export function verdictLine(level: LevelResult): string {
  const failed = level.counts.FAIL > 0 ? `, ${level.counts.FAIL} failed` : "";
  return `${level.level.toUpperCase()}: ${level.outcome}, ${level.met} of ${level.total}${failed}`;
}

/** One line of progress. */
export function progressLine(
  result: RequirementResult,
  position: { done: number; of: number },
  colors: Colors,
): string {
  const place = `${String(position.done).padStart(String(position.of).length)}/${position.of}`;
  const title = result.title ?? "";
  const reason = result.verdict === "PASS" || result.reason === null ? "" : ` — ${result.reason.slice(0, 160)}`;
  return `${colors.dim(place)} ${paint(result, colors)} ${result.requirement.id} ${title}${colors.dim(reason)}`;
}

/** The summary: first thing to mend on top, failures with their reproduction, then what could not be verified. */
export function terminalReport(report: RunReport, redactor: Redactor, color: boolean): string {
  const colors = pc.createColors(color);
  const lines: string[] = [""];
  const failed = report.results.filter((result) => result.verdict === "FAIL");
  const blocking = failed.filter((result) => result.mandatory);
  const first = blocking[0];
  if (first !== undefined) {
    lines.push(`${colors.bold("First thing to mend:")} ${first.requirement.id} ${first.requirement.text}`, "");
  }
  for (const result of blocking) lines.push(...failureLines(result, { report, redactor, colors }));
  for (const result of failed.filter((one) => !one.mandatory)) {
    lines.push(`${colors.yellow("WARN")} ${result.requirement.id} ${result.requirement.text}`);
  }
  lines.push(...openLines(report, redactor, colors), ...areaLines(report, colors), "");
  lines.push(countLine(report.level));
  if (report.truncated !== null) lines.push(colors.red(`The run ended early: ${redactor.text(report.truncated)}`));
  const line = verdictLine(report.level);
  lines.push(colors.bold(report.level.outcome === "reached" ? colors.green(line) : colors.red(line)));
  lines.push(
    colors.dim(`seed ${report.seed}, ${report.exchanges.length} exchanges, ${(report.durationMs / 1000).toFixed(1)} s`),
  );
  return lines.join("\n");
}

interface Context {
  readonly report: RunReport;
  readonly redactor: Redactor;
  readonly colors: Colors;
}

function failureLines(result: RequirementResult, { report, redactor, colors }: Context): string[] {
  const { requirement } = result;
  const lines = [
    `${colors.red("FAIL")} ${colors.bold(requirement.id)} ${requirement.text}`,
    colors.dim(`     ${requirement.source}`),
  ];
  for (const failure of failuresOf(result, report, redactor)) {
    lines.push(`  ${failure.kind}: ${failure.check}`);
    for (const one of failure.mismatches) {
      lines.push(`    ${one.what}`, `      expected ${one.expected}`, `      actual   ${one.actual}`);
    }
    if (failure.reason !== null) lines.push(`    ${failure.reason}`);
    if (failure.decisive !== null) lines.push(`    ${colors.cyan(failure.decisive)}`);
  }
  return [...lines, ""];
}

/** Why requirements stay open, the commonest reason first. */
function openLines({ results }: RunReport, redactor: Redactor, colors: Colors): string[] {
  const open = results.filter(
    (one) => one.mandatory && ["NOT_VERIFIED", "INCOMPLETE", "HARNESS_ERROR"].includes(one.verdict),
  );
  if (open.length === 0) return [];
  const groups = Map.groupBy(open, (one) => `${one.verdict}: ${redactor.text(one.reason ?? "no reason")}`);
  const sorted = [...groups].sort((a, b) => b[1].length - a[1].length);
  const lines = [colors.bold("Not verified")];
  for (const [reason, members] of sorted.slice(0, MOST_REASONS)) {
    lines.push(`  ${colors.yellow(reason)}`, `    ${members.map((one) => one.requirement.id).join(" ")}`);
  }
  if (sorted.length > MOST_REASONS) lines.push(`  and ${sorted.length - MOST_REASONS} other reasons: see --json`);
  return lines;
}

function areaLines(report: RunReport, colors: Colors): string[] {
  const areas = Map.groupBy(
    report.results.filter((result) => result.mandatory),
    (result) => result.requirement.area,
  );
  const cells = [...areas].map(([area, results]) => {
    const met = results.filter((one) => one.verdict === "PASS" || one.verdict === "NOT_APPLICABLE").length;
    const text = `${area} ${met}/${results.length}`;
    return met === results.length ? colors.green(text) : text;
  });
  return ["", `By area: ${cells.join(", ")}`];
}

function countLine(level: LevelResult): string {
  const counts = VERDICTS.filter((verdict) => level.counts[verdict] > 0).map(
    (verdict) => `${level.counts[verdict]} ${verdict}`,
  );
  const warnings = level.warnings > 0 ? `; ${level.warnings} SHOULD not followed` : "";
  return `MUST: ${counts.join(", ")}${warnings}`;
}

function paint(result: RequirementResult, colors: Colors): string {
  const shown: Verdict | "WARN" = result.verdict === "FAIL" && !result.mandatory ? "WARN" : result.verdict;
  if (shown === "PASS") return colors.green(shown);
  return shown === "FAIL" || shown === "HARNESS_ERROR" ? colors.red(shown) : colors.yellow(shown);
}

import type { Redactor } from "../redact.ts";
import type { RequirementResult, RunReport } from "../run-report.ts";
import { failuresOf } from "./reproduction.ts";

/** The run for a CI server: one suite per area, one test case per requirement. */
export function junitReport(report: RunReport, redactor: Redactor): string {
  const areas = [...new Set(report.results.map((result) => result.requirement.area))];
  const suites = areas.map((area) => suite(area, report, redactor)).join("\n");
  const blocking = report.results.filter((result) => result.mandatory);
  const attributes = [
    `name="servicialo-certify ${report.level.level}"`,
    `tests="${report.results.length}"`,
    `failures="${blocking.filter(isFailure).length}"`,
    `errors="${blocking.filter(isError).length}"`,
    `time="${seconds(report.durationMs)}"`,
  ].join(" ");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes}>\n${suites}\n</testsuites>\n`;
}

function suite(area: string, report: RunReport, redactor: Redactor): string {
  const results = report.results.filter((result) => result.requirement.area === area);
  const tests = results.map((result) => testCase(result, report, redactor)).join("\n");
  const failures = results.filter((result) => result.mandatory && isFailure(result)).length;
  const errors = results.filter((result) => result.mandatory && isError(result)).length;
  return `  <testsuite name="${escapeXml(area)}" tests="${results.length}" failures="${failures}" errors="${errors}">\n${tests}\n  </testsuite>`;
}

function testCase(result: RequirementResult, report: RunReport, redactor: Redactor): string {
  const { requirement } = result;
  const open = `    <testcase classname="${escapeXml(requirement.area)}" name="${escapeXml(`${requirement.id} ${result.title ?? ""}`.trim())}" time="${seconds(result.durationMs)}"`;
  const inner = detail(result, report, redactor);
  return inner === "" ? `${open}/>` : `${open}>\n${inner}\n    </testcase>`;
}

function detail(result: RequirementResult, report: RunReport, redactor: Redactor): string {
  const reason = redactor.text(result.reason ?? result.verdict);
  if (result.verdict === "PASS") return "";
  if (!result.mandatory || result.verdict === "NOT_APPLICABLE")
    return `      <skipped message="${escapeXml(`${result.verdict}: ${reason}`)}"/>`;
  if (!isFailure(result)) return `      <error type="${result.verdict}" message="${escapeXml(reason)}"/>`;
  const lines = [result.requirement.text];
  for (const failure of failuresOf(result, report, redactor)) {
    lines.push("", failure.check);
    for (const one of failure.mismatches) lines.push(`${one.what}: expected ${one.expected}, actual ${one.actual}`);
    if (failure.decisive !== null) lines.push(failure.decisive);
  }
  return `      <failure type="FAIL" message="${escapeXml(result.requirement.text)}">${escapeXml(lines.join("\n"))}</failure>`;
}

function isFailure(result: RequirementResult): boolean {
  return result.verdict === "FAIL";
}

/** What could not be checked is red, never a skip. */
function isError(result: RequirementResult): boolean {
  return ["NOT_VERIFIED", "HARNESS_ERROR", "INCOMPLETE"].includes(result.verdict);
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids exactly these.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
  );
}

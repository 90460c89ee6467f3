import type { ReportedRequirement, ReportHead } from "./document.ts";
import { isMet } from "./summary.ts";

/** The run for a CI server: one suite per area, one test case per requirement. */
export function junitReport(head: ReportHead): string {
  const areas = [...new Set(head.requirements.map((one) => one.area))];
  const suites = areas.map((area) => suite(area, head)).join("\n");
  const attributes = [
    `name="servicialo-certify ${head.level.level}"`,
    `tests="${head.requirements.length}"`,
    `failures="${head.requirements.filter(isFailure).length}"`,
    `errors="${head.requirements.filter(isError).length}"`,
    `time="${seconds(head.run.duration_ms)}"`,
    `timestamp="${head.run.started_at}"`,
  ].join(" ");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${attributes}>\n${suites}\n</testsuites>\n`;
}

function suite(area: string, head: ReportHead): string {
  const results = head.requirements.filter((one) => one.area === area);
  const tests = results.map((result) => testCase(result, head)).join("\n");
  const skipped = results.filter((one) => !isFailure(one) && !isError(one) && one.verdict !== "PASS").length;
  const counts = `failures="${results.filter(isFailure).length}" errors="${results.filter(isError).length}" skipped="${skipped}"`;
  return `  <testsuite name="${escapeXml(area)}" tests="${results.length}" ${counts}>\n${tests}\n  </testsuite>`;
}

function testCase(result: ReportedRequirement, head: ReportHead): string {
  const name = `${result.id} ${result.title ?? ""}`.trim();
  const open = `    <testcase classname="servicialo.${escapeXml(result.area)}" name="${escapeXml(name)}" time="${seconds(result.duration_ms)}"`;
  const inner = detail(result, head);
  return inner === "" ? `${open}/>` : `${open}>\n${inner}\n    </testcase>`;
}

function detail(result: ReportedRequirement, head: ReportHead): string {
  const reason = result.reason ?? result.verdict;
  if (result.verdict === "PASS" && result.scored) return "";
  const known = head.expected_failures?.expected.find(
    (one) => one.requirement === result.id && one.verdict === result.verdict,
  );
  if (known !== undefined)
    return `      <skipped message="${escapeXml(`expected ${result.verdict}: ${known.reason}`)}"/>`;
  if (!isFailure(result) && !isError(result)) {
    const unscored = result.scored ? "" : ", not scored yet";
    return `      <skipped message="${escapeXml(`${result.verdict}${unscored}: ${reason}`)}"/>`;
  }
  if (!isFailure(result)) return `      <error type="${result.verdict}" message="${escapeXml(reason)}"/>`;
  const lines = [result.text, `${head.spec.reference}/requirements.html#${result.id}`];
  for (const failure of result.failures) {
    lines.push("", failure.check);
    for (const one of failure.mismatches) lines.push(`${one.what}: expected ${one.expected}, actual ${one.actual}`);
    if (failure.decisive !== null) lines.push(failure.decisive);
  }
  return `      <failure type="FAIL" message="${escapeXml(result.text)}">${escapeXml(lines.join("\n"))}</failure>`;
}

function isFailure(result: ReportedRequirement): boolean {
  return result.mandatory && result.scored && result.verdict === "FAIL";
}

/** What could not be checked is red, never a skip. */
function isError(result: ReportedRequirement): boolean {
  return result.mandatory && !isMet(result) && ["NOT_VERIFIED", "HARNESS_ERROR", "INCOMPLETE"].includes(result.verdict);
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

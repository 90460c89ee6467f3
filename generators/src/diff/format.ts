import pc from "picocolors";
import type { JudgedFinding } from "./approvals.ts";
import type { SpecificationDiff } from "./specification-diff.ts";
import { VERDICTS, type Verdict } from "./verdict.ts";

export const FORMATS = ["text", "json", "markdown"] as const;
export type Format = (typeof FORMATS)[number];

export function formatDiff(diff: SpecificationDiff, format: Format): string {
  if (format === "json") return JSON.stringify(diff, null, 2);
  return format === "markdown" ? markdown(diff) : text(diff);
}

const COLOURS: Readonly<Record<Verdict, (text: string) => string>> = {
  breaking: pc.red,
  "potentially breaking": pc.yellow,
  compatible: pc.green,
  editorial: pc.dim,
};

function text(diff: SpecificationDiff): string {
  const blocks = diff.comparisons.flatMap((comparison) => comparison.findings.map((finding) => textBlock(finding)));
  return [...blocks, summary(diff)].join("\n\n");
}

function textBlock(finding: JudgedFinding): string {
  const approval = finding.approvedBy ? ` (approved by ${finding.approvedBy})` : "";
  return [
    `${COLOURS[finding.verdict](finding.verdict)} ${finding.rule}: ${finding.subject}${way(finding)}${approval}`,
    `  ${placeOf(finding)}${finding.hits.length > 0 ? `, hits ${finding.hits.join(", ")}` : ""}`,
    `  ${finding.en.what}`,
    `  Why: ${finding.en.why}`,
    `  Mend: ${finding.en.mend}`,
  ].join("\n");
}

function summary({ base, head, counts, bump }: SpecificationDiff): string {
  const numbers = VERDICTS.map((verdict) => `${counts[verdict]} ${verdict}`).join(", ");
  return `${base} → ${head}: ${numbers}. ${bump === "none" ? "No new version is needed." : `Asks for a ${bump} version.`}`;
}

function markdown(diff: SpecificationDiff): string {
  const sections = diff.comparisons.flatMap(({ base, head, findings }) => [
    `## ${base === head ? `Version ${head}` : `${base} → ${head}`}`,
    findings.length === 0 ? "No difference." : table(findings),
  ]);
  const problems = diff.approvalProblems.map(({ message }) => `- ${message}`);
  return [
    `# ${diff.base} → ${diff.head}`,
    summary(diff),
    ...sections,
    ...(problems.length > 0 ? ["## Approvals", problems.join("\n")] : []),
  ].join("\n\n");
}

function table(findings: readonly JudgedFinding[]): string {
  const rows = findings.map((finding) =>
    [
      finding.approvedBy ? `${finding.verdict}, approved by ${finding.approvedBy}` : finding.verdict,
      `\`${finding.rule}\``,
      `${finding.subject}${way(finding)}`,
      finding.hits.join(", "),
      `\`${placeOf(finding)}\``,
      `${finding.en.what} ${finding.en.why}`,
      finding.en.mend,
    ]
      .map(cell)
      .join(" | "),
  );
  const header = ["verdict", "rule", "what", "hits", "where", "why", "mend"];
  return [header.join(" | "), header.map(() => "---").join(" | "), ...rows].map((row) => `| ${row} |`).join("\n");
}

/** Text that cannot break out of a table's cell. */
export function cell(value: string): string {
  return value.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");
}

/** Where a finding is written, as editors and terminals open it. */
export function placeOf({ at }: Pick<JudgedFinding, "at">): string {
  return `${at.file}:${at.line}${at.side === "base" ? " (before)" : ""}`;
}

function way({ direction }: JudgedFinding): string {
  return direction ? ` (${direction})` : "";
}

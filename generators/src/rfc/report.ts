import type { JudgedFinding } from "../diff/approvals.ts";
import { cell, placeOf } from "../diff/format.ts";
import type { SpecificationDiff } from "../diff/specification-diff.ts";
import { AUDIENCES, type Audience, VERDICTS } from "../diff/verdict.ts";
import type { ApprovedChangeNode, ProtocolModel, RequirementNode } from "../ir/model.ts";
import { adaptationTo } from "./adaptations.ts";
import { fourDigits, type Rfc } from "./rfc-folder.ts";
import { type Language, subjectIn, WORDS } from "./words.ts";

interface ReportInput {
  readonly rfc: Rfc;
  readonly diff: SpecificationDiff;
  /** The newer specification, for the tests of its requirements. */
  readonly head: ProtocolModel;
}

/** Rules after which a case is missing or out of date. */
const ASKS_FOR_CASE = /^(?:requirement-(?:added|level-raised|text-changed|test-changed)|keyword-)/;

/** The impact report of an RFC in one language: Markdown, the same for the same input. */
export function impactReport({ rfc, diff, head }: ReportInput, language: Language): string {
  const words = WORDS[language];
  const findings = diff.comparisons.flatMap((comparison) => comparison.findings);
  const worst = findings[0]?.verdict;
  const approvals = head.approvedChanges.filter((approval) => approval.rfc === `RFC-${fourDigits(rfc.number)}`);
  return `${[
    `<!-- ${words.generated} -->`,
    `# RFC ${fourDigits(rfc.number)}: ${rfc.title} — ${words.title}`,
    words.compares(diff.base, diff.head),
    [
      `- ${words.verdict}: **${worst ? words.verdicts[worst] : words.nothing}** (${VERDICTS.map((verdict) => `${diff.counts[verdict]} ${words.verdicts[verdict]}`).join(", ")})`,
      `- ${words.bump}: **${words.bumps[diff.bump]}**`,
      `- ${words.hit}: ${hitBy(findings, language)}`,
      `- ${words.status}: ${rfc.status}`,
    ].join("\n"),
    `## ${words.affected}`,
    affected(findings, language),
    `## ${words.findings}`,
    findingsTable(findings, language),
    `## ${words.approvals}`,
    approvalList(approvals, diff, language),
    `## ${words.cases}`,
    caseList(findings, head, language),
    `## ${words.implementers}`,
    migration(findings, ["servers", "clients", "certified nodes"], language, diff),
    `## ${words.agents}`,
    migration(findings, ["agents"], language, diff),
  ].join("\n\n")}\n`;
}

function hitBy(findings: readonly JudgedFinding[], language: Language): string {
  const words = WORDS[language];
  const counted = AUDIENCES.map((audience) => ({
    name: words.audiences[audience],
    count: findings.filter(({ hits, verdict }) => verdict !== "editorial" && hits.includes(audience)).length,
  }));
  return (
    counted
      .filter(({ count }) => count > 0)
      .map(({ name, count }) => `${name} (${count})`)
      .join(", ") || words.none
  );
}

function affected(findings: readonly JudgedFinding[], language: Language): string {
  const words = WORDS[language];
  const touching = findings.filter(({ verdict }) => verdict !== "editorial");
  const kinds = ["operations", "tools", "states", "scopes", "requirements"] as const;
  return kinds
    .map((kind) => {
      const ids = [...new Set(touching.flatMap((finding) => finding.affects[kind]))].sort();
      return `- ${words.affectedKinds[kind]}: ${ids.map((id) => `\`${id}\``).join(", ") || words.none}`;
    })
    .join("\n");
}

function findingsTable(findings: readonly JudgedFinding[], language: Language): string {
  const words = WORDS[language];
  const shown = findings.filter(({ verdict }) => verdict !== "editorial");
  const rows = shown.map((finding) => {
    const approval = finding.approvedBy
      ? `, ${words.approvedBy} ${finding.approvedBy}`
      : finding.verdict === "breaking"
        ? `, ${words.notApproved}`
        : "";
    const text = finding[language];
    const hits = finding.hits.map((audience) => words.audiences[audience]).join(", ");
    return [
      `${words.verdicts[finding.verdict]}${approval}`,
      `${subjectIn(language, finding.subject)} (\`${finding.rule}\`)`,
      text.what,
      text.why,
      hits,
      `\`${placeOf(finding)}\``,
    ];
  });
  const left = findings.length - shown.length;
  const lines = [words.columns, words.columns.map(() => "---"), ...rows].map(
    (row) => `| ${row.map(cell).join(" | ")} |`,
  );
  return [...(rows.length > 0 ? [lines.join("\n")] : [words.nothing]), ...(left > 0 ? [words.only(left)] : [])].join(
    "\n\n",
  );
}

function approvalList(approvals: readonly ApprovedChangeNode[], diff: SpecificationDiff, language: Language): string {
  const words = WORDS[language];
  const lines = approvals.map(
    ({ rule, subject, reason, expires }) =>
      `- \`${rule}\`, ${subjectIn(language, subject)}: ${words.because} “${reason}”, ${words.until} ${expires}`,
  );
  const problems = diff.approvalProblems.map(({ message }) => `- ${message}`);
  return [...lines, ...problems].join("\n") || words.none;
}

function caseList(findings: readonly JudgedFinding[], head: ProtocolModel, language: Language): string {
  const ids = findings
    .filter(({ rule }) => ASKS_FOR_CASE.test(rule))
    .map(({ subject }) => subject.replace("requirement ", ""));
  const requirements = [...new Set(ids)]
    .sort()
    .flatMap((id) => head.requirements.find((requirement) => requirement.id === id) ?? []);
  if (requirements.length === 0) return WORDS[language].noCases;
  return requirements.map(caseLine).join("\n");
}

function caseLine({ id, keyword, level, text, test }: RequirementNode): string {
  return `- ${id} (${keyword}, ${level}): ${text} *${test}*`;
}

function migration(
  findings: readonly JudgedFinding[],
  audiences: readonly Audience[],
  language: Language,
  diff: SpecificationDiff,
): string {
  const words = WORDS[language];
  const theirs = findings.filter(
    ({ hits, verdict }) => verdict !== "editorial" && hits.some((audience) => audiences.includes(audience)),
  );
  const isAgents = audiences.includes("agents");
  if (theirs.length === 0) return isAgents ? words.noAgents : words.noImplementers;
  const start = isAgents ? words.agentsStart(diff.base, diff.head) : words.implementersStart(diff.base, diff.head);
  const steps = theirs.map((finding, index) => {
    const text = finding[language];
    const tools =
      isAgents && finding.affects.tools.length > 0
        ? ` (${finding.affects.tools.map((tool) => `\`${tool}\``).join(", ")})`
        : "";
    const step = adaptationTo(finding, isAgents ? "agents" : "implementers")[language];
    return `${index + 1}. **${subjectIn(language, finding.subject)}**${tools}: ${text.what} ${step}`;
  });
  return `${start}\n\n${steps.join("\n")}`;
}

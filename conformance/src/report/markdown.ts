import type { ReportHead } from "./document.ts";
import { areasOf, countsOf, levelsOf, openGroups, verdictLine } from "./summary.ts";

const MOST_FAILURES = 20;
const SYMBOL = { reached: "✅", failed: "❌", incomplete: "⚠️" } as const;

/** A summary for a pull request or a job page: the grade, what to mend first, and the failures folded. */
export function markdownReport(head: ReportHead): string {
  const lines = [
    `### ${SYMBOL[head.level.outcome]} Servicialo ${head.suite.protocol_version}, ${verdictLine(head.level)}`,
    "",
    `\`${head.node.url}\`${head.node.organization === null ? "" : `, organization \`${head.node.organization}\``}: ${countsOf(head.level)}`,
  ];
  if (head.run.truncated !== null) lines.push("", `**The run ended early:** ${escaped(head.run.truncated)}`);
  if (head.first_to_mend !== null)
    lines.push(
      "",
      `**First thing to mend:** ${escaped(head.first_to_mend.what)}`,
      "",
      `> ${escaped(head.first_to_mend.how)}`,
    );
  for (const hint of head.hints.filter((one) => one.problem !== head.first_to_mend?.what))
    lines.push("", `**Also:** ${escaped(hint.problem)} → ${escaped(hint.mend)}`);
  lines.push("", ...table("Level", levelsOf(head)), "", ...failures(head), ...open(head), ...expected(head));
  lines.push("<details><summary>By area</summary>", "", ...table("Area", areasOf(head)), "", "</details>", "");
  const { seed, exchanges, duration_ms } = head.run;
  lines.push(
    `<sub>servicialo-certify ${head.suite.version}, seed ${seed}, ${exchanges} exchanges, ${(duration_ms / 1000).toFixed(1)} s, transcript \`${head.run.transcript_hash.slice(0, 19)}…\`</sub>`,
    "",
  );
  return lines.join("\n");
}

function table(name: string, rows: readonly (readonly [string, readonly [number, number]])[]): string[] {
  return [
    `| ${name} | MUST met | of |`,
    "|---|---:|---:|",
    ...rows.map(([row, [met, of]]) => `| ${row} | ${met} | ${of} |`),
  ];
}

function failures(head: ReportHead): string[] {
  const failed = head.requirements.filter((one) => one.verdict === "FAIL" && one.mandatory && one.scored);
  const lines = failed
    .slice(0, MOST_FAILURES)
    .flatMap((one) => [
      `<details><summary>❌ <b>${one.id}</b> ${html(one.text)}</summary>`,
      "",
      `[${one.id}](${head.spec.reference}/requirements.html#${one.id}), ${escaped(one.source)}`,
      "",
      ...one.failures.flatMap((failure) => [
        `- ${failure.kind}: ${escaped(failure.check)}`,
        ...failure.mismatches.map(
          (m) => `  - ${escaped(m.what)}: expected ${code(m.expected)}, seen ${code(m.actual)}`,
        ),
        ...(failure.reason === null ? [] : [`  - ${escaped(failure.reason)}`]),
      ]),
      "",
      ...(one.failures[0] === undefined ? [] : ["```sh", one.failures[0].decisive ?? "", "```", ""]),
      "</details>",
      "",
    ]);
  if (failed.length > MOST_FAILURES) lines.push(`and ${failed.length - MOST_FAILURES} more failures`, "");
  return lines;
}

function open(head: ReportHead): string[] {
  const groups = openGroups(head);
  if (groups.length === 0) return [];
  const rows = groups.map(([reason, ids]) => `- ${escaped(reason)}: ${ids.join(", ")}`);
  return ["<details><summary>⚠️ Not verified</summary>", "", ...rows, "", "</details>", ""];
}

function expected({ expected_failures: outcome }: ReportHead): string[] {
  if (outcome === null) return [];
  const stale = outcome.stale.map((one) => `- stale: ${one.requirement}, ${escaped(one.problem)}`);
  return [
    `Expected failures: ${outcome.expected.length}${outcome.stale.length > 0 ? ", stale ones have to go:" : ""}`,
    ...stale,
    "",
  ];
}

/** What a node answered must not become markup, nor call somebody. */
function escaped(text: string): string {
  return html(text)
    .replaceAll(/[\\`*_[\]|]/g, "\\$&")
    .replaceAll("@", "@\u200b")
    .replaceAll(/\s+/g, " ");
}

function html(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function code(text: string): string {
  const flat = text.replaceAll(/\s+/g, " ").slice(0, 200);
  const fence = flat.includes("`") ? "``" : "`";
  return `${fence}${flat}${fence}`;
}

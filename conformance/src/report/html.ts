import { createHash } from "node:crypto";
import { parseJson } from "../answer.ts";
import { VERDICTS, type Verdict } from "../verdict.ts";
import type {
  ReportDocument,
  ReportedCheck,
  ReportedExchange,
  ReportedExpectation,
  ReportedFailure,
  ReportedRequirement,
} from "./document.ts";
import { SCRIPT, STYLE } from "./html-assets.ts";
import { areasOf, countsOf, levelsOf, verdictLine } from "./summary.ts";

/** Longest text of an answer shown; the JSON report has the rest. */
const LONGEST_SHOWN = 6_000;
/** So many exchanges of one check are shown; a burst has hundreds that are all alike. */
const MOST_SHOWN = 60;

/**
 * The whole run as one file to read in a browser: no network, no other file. Exchanges of what did not pass stand there in
 * full, those of what passed as one line each.
 */
export function htmlReport(document: ReportDocument): string {
  const { suite, node, level } = document;
  const title = `${verdictLine(level)} – Servicialo ${suite.protocol_version}`;
  const exchanges = new Map(document.exchanges.map((one) => [one.seq, one]));
  const areas = [...Map.groupBy(document.requirements, (one) => one.area)];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(STYLE)}'; script-src '${hashOf(SCRIPT)}'; img-src data:">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Certification of ${escaped(node.url)}</h1>
<p class="grade ${level.outcome}">${escaped(verdictLine(level))}</p>
${factsOf(document)}
</header>
<main>
${firstOf(document)}
${expectedOf(document)}
${failedOf(document)}
<ul class="bars" aria-label="MUST met by level and area">${[...levelsOf(document), ...areasOf(document)].map(bar).join("")}</ul>
<div class="tools" role="search" hidden>
<input id="search" type="search" aria-label="Search requirements" placeholder="Search: an id, a word of the sentence, a code …" autocomplete="off" spellcheck="false">
<fieldset class="filters" aria-label="Verdicts to show">${filtersOf(document)}<span class="dim" id="status" role="status"></span></fieldset>
</div>
${areas.map(([area, members]) => areaOf(area, members, { document, exchanges })).join("\n")}
</main>
<footer>servicialo-certify ${escaped(suite.version)}, suite <code>${escaped(suite.digest)}</code>, specification <code>${escaped(document.spec.digest)}</code>.
What is wrong with a case can be challenged: the documentation of the suite says how.</footer>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

interface Context {
  readonly document: ReportDocument;
  readonly exchanges: ReadonlyMap<number, ReportedExchange>;
}

function factsOf({ node, run, level }: ReportDocument): string {
  const facts: [string, string][] = [
    ["MUST", countsOf(level)],
    ["Organization", node.organization ?? "the one that the manifest names"],
    [
      "Run",
      `${run.started_at.slice(0, 16).replace("T", " ")} UTC, ${(run.duration_ms / 1000).toFixed(1)} s, ${run.exchanges} exchanges${run.read_only ? ", read-only" : ""}`,
    ],
    ["Seed", String(run.seed)],
    ["Transcript", run.transcript_hash],
  ];
  if (run.truncated !== null) facts.unshift(["Ended early", run.truncated]);
  return `<dl>${facts.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join("")}</dl>`;
}

function firstOf({ first_to_mend: first, hints, level }: ReportDocument): string {
  if (first === null) return "";
  const others = hints.filter((one) => one.problem !== first.what);
  const where = first.requirement === null ? "" : ` <a href="#${first.requirement}">Show it</a>`;
  const also = others
    .map((one) => `<p>${escaped(one.problem)}<br><span class="dim">${escaped(one.mend)}</span></p>`)
    .join("");
  const severity = level.outcome === "reached" ? " hint" : "";
  return `<section class="first${severity}"><h2>First thing to mend</h2><p><strong>${escaped(first.what)}</strong></p><p>${escaped(first.how)}${where}</p>${also}</section>`;
}

/** Every failure, one tap away. */
function failedOf({ requirements }: ReportDocument): string {
  const failed = requirements.filter((one) => one.verdict === "FAIL" && one.mandatory);
  if (failed.length < 2) return "";
  return `<p>Failures: ${failed.map(({ id }) => `<a href="#${id}">${id}</a>`).join(", ")}</p>`;
}

function expectedOf({ expected_failures: outcome }: ReportDocument): string {
  if (outcome === null) return "";
  const stale = outcome.stale.map(
    (one) => `<li class="FAIL">stale: ${escaped(one.requirement)}, ${escaped(one.problem)}</li>`,
  );
  const known = outcome.expected.map(
    (one) => `<li>${escaped(one.requirement)} ${escaped(one.verdict)}: ${escaped(one.reason)}</li>`,
  );
  return `<h2>Expected failures</h2><ul>${[...stale, ...known].join("")}</ul>`;
}

function bar([name, [met, of]]: readonly [string, readonly [number, number]]): string {
  return `<li class="${met === of ? "PASS" : "FAIL"}">${escaped(name)} ${met}/${of}</li>`;
}

function filtersOf({ requirements }: ReportDocument): string {
  return VERDICTS.map((verdict) => [verdict, requirements.filter((one) => one.verdict === verdict)] as const)
    .filter(([, members]) => members.length > 0)
    .map(
      ([verdict, members]) =>
        `<label><input type="checkbox" value="${verdict}" checked> <span class="${verdict}">${verdict}</span> ${members.length}</label>`,
    )
    .join("");
}

function areaOf(area: string, members: readonly ReportedRequirement[], context: Context): string {
  return `<section class="area"><h2>${escaped(area)}</h2>\n${members.map((one) => articleOf(one, context)).join("\n")}</section>`;
}

function articleOf(one: ReportedRequirement, context: Context): string {
  const shown: Verdict | "WARN" = one.verdict === "FAIL" && !one.mandatory ? "WARN" : one.verdict;
  const words = [
    one.id,
    one.text,
    one.title ?? "",
    one.reason ?? "",
    one.verdict,
    one.level,
    one.keyword,
    ...one.checks.map((check) => check.name),
  ];
  const open = one.verdict === "FAIL" && one.mandatory ? " open" : "";
  const unscored = one.scored ? "" : ` <span class="dim">not scored yet</span>`;
  return `<article id="${one.id}" data-verdict="${one.verdict}" data-text="${escaped(words.join(" ").toLowerCase())}"><details${open}>
<summary><span class="id">${one.id}</span> <span class="verdict ${shown}">${shown}</span> <span class="dim">${escaped(one.level)} ${escaped(one.keyword)}</span>${unscored}<span class="title">${escaped(one.text)}</span></summary>
<div class="body"><p class="dim"><a href="${escaped(`${context.document.spec.reference}/requirements.html#${one.id}`)}">${one.id} in the reference</a>; ${escaped(one.source)}${one.case === null ? "" : `; case ${escaped(one.case)}`}</p>
${one.reason === null ? "" : `<p>${escaped(one.reason)}</p>`}
${one.checks.map((check) => checkOf(check, one, context)).join("\n")}
${one.failures.map(scriptOf).join("\n")}</div></details></article>`;
}

function checkOf(check: ReportedCheck, one: ReportedRequirement, context: Context): string {
  const mismatches = check.expectations.filter((expectation) => !expectation.holds);
  const held = check.expectations.length - mismatches.length;
  const control = check.control === null ? "" : ` <span class="dim">after: ${escaped(check.control)}</span>`;
  return `<div class="check ${check.verdict}"><p><strong>${escaped(check.kind)}: ${escaped(check.name)}</strong> <span class="verdict ${check.verdict}">${check.verdict}</span>${control}</p>
${check.reason === null || check.reason === one.reason ? "" : `<p>${escaped(check.reason)}</p>`}
${mismatches.map(mismatchOf).join("")}
${held === 0 ? "" : `<p class="dim">${held} expectation${held === 1 ? "" : "s"} held</p>`}
${exchangesOf(check, context)}</div>`;
}

function mismatchOf(one: ReportedExpectation): string {
  return `<table><tr><th>what</th><td>${escaped(one.what)}</td></tr><tr><th>expected</th><td>${escaped(one.expected)}</td></tr><tr><th>seen</th><td class="FAIL">${escaped(one.actual)}</td></tr></table>`;
}

function exchangesOf(check: ReportedCheck, { exchanges }: Context): string {
  const own = check.exchanges.map((seq) => exchanges.get(seq)).filter((one) => one !== undefined);
  if (own.length === 0) return "";
  const full = check.verdict !== "PASS" && check.verdict !== "NOT_APPLICABLE";
  const shown = own.slice(-MOST_SHOWN);
  const left = own.length - shown.length;
  const items = shown
    .map((one) => (full ? exchangeOf(one) : `<p class="dim"><code>${lineOf(one)}</code></p>`))
    .join("");
  const skipped = left > 0 ? `<p class="dim">${left} earlier ones are in the JSON report</p>` : "";
  return `<details><summary>${own.length} exchange${own.length === 1 ? "" : "s"}</summary>${skipped}${items}</details>`;
}

function lineOf({ seq, request, response, failure, duration_ms }: ReportedExchange): string {
  const { pathname, search } = new URL(request.url);
  const answer = response === null ? (failure ?? "no answer") : String(response.status);
  return escaped(`${seq} ${request.method} ${pathname}${search} → ${answer} (${Math.round(duration_ms)} ms)`);
}

function exchangeOf(one: ReportedExchange): string {
  const asked = [
    `${one.request.method} ${one.request.url}`,
    ...headerLines(one.request.headers),
    "",
    pretty(one.request.body ?? ""),
  ];
  const got =
    one.response === null
      ? [one.failure ?? "no answer"]
      : [String(one.response.status), ...headerLines(one.response.headers), "", pretty(one.response.text)];
  return `<details class="exchange"><summary>${lineOf(one)}</summary><pre>${escaped(asked.join("\n").trimEnd())}</pre><pre>${escaped(got.join("\n").trimEnd())}</pre></details>`;
}

function headerLines(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
}

function scriptOf(failure: ReportedFailure): string {
  return `<details><summary>Show it again: ${escaped(failure.check)}</summary><button type="button" data-copy>Copy the script</button><pre>${escaped(failure.script)}</pre></details>`;
}

function pretty(text: string): string {
  const body = parseJson(text);
  const whole = typeof body === "object" && body !== null ? JSON.stringify(body, null, 2) : text;
  return whole.length > LONGEST_SHOWN
    ? `${whole.slice(0, LONGEST_SHOWN)}\n… (${whole.length} characters; see the JSON report)`
    : whole;
}

function hashOf(content: string): string {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

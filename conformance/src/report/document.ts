import { PROTOCOL_VERSION } from "../artefacts.ts";
import type { Certification } from "../certification.ts";
import type { CheckRecord, Expectation } from "../check.ts";
import type { ExpectationOutcome } from "../expected-failures.ts";
import type { Exchange } from "../node-connection.ts";
import type { Redactor } from "../redact.ts";
import type { LevelResult, RequirementResult, RunEnd, RunReport } from "../run-report.ts";
import { SUITE_VERSION, specDigest, suiteDigest } from "../suite-identity.ts";
import { transcriptHash, transcriptHashes } from "../transcript.ts";
import type { Verdict } from "../verdict.ts";
import { firstToMend } from "./first-to-mend.ts";
import { cleaned, failuresOf } from "./reproduction.ts";

/** Where the published schema of this document stands. */
export const REPORT_SCHEMA = "https://servicialo.com/schema/certification/report.schema.json";
/** Where the generated reference is published; `report --reference` names another place. */
export const REFERENCE = `https://servicialo.com/reference/${PROTOCOL_VERSION}`;
const LONGEST_TEXT = 100_000;

export interface ReportedExpectation {
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
  readonly holds: boolean;
  readonly exchange: number | null;
}

export interface ReportedCheck {
  readonly name: string;
  readonly kind: CheckRecord["kind"];
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly control: string | null;
  readonly expectations: readonly ReportedExpectation[];
  /** Sequence numbers of its exchanges. */
  readonly exchanges: readonly number[];
}

export interface ReportedFailure {
  readonly check: string;
  readonly kind: CheckRecord["kind"];
  readonly reason: string | null;
  readonly mismatches: readonly ReportedExpectation[];
  /** The request that the mismatch is about, as a command line. */
  readonly decisive: string | null;
  /** A shell script that sends the whole sequence again. */
  readonly script: string;
}

export interface ReportedRequirement {
  readonly id: string;
  readonly keyword: string;
  readonly level: string;
  readonly area: string;
  readonly text: string;
  readonly source: string;
  readonly mandatory: boolean;
  readonly scored: boolean;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly title: string | null;
  readonly case: string | null;
  readonly duration_ms: number;
  /** Hash over what the case asked and got, in a form that two runs have in common; null without exchanges. */
  readonly transcript_hash: string | null;
  readonly checks: readonly ReportedCheck[];
  readonly failures: readonly ReportedFailure[];
}

export interface ReportedExchange {
  readonly seq: number;
  readonly sender: string;
  readonly operation: string | null;
  readonly deliberately_invalid: boolean;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | null;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly text: string;
  } | null;
  readonly failure: string | null;
  readonly sent_at_ms: number;
  readonly duration_ms: number;
  readonly limited: boolean;
}

/** Everything but the exchanges, which may be many. */
export interface ReportHead {
  readonly $schema: string;
  readonly suite: {
    readonly name: "servicialo-certify";
    readonly version: string;
    readonly protocol_version: string;
    readonly digest: string;
    /** Digest of the list of certifying cases. */
    readonly certification: string | null;
  };
  readonly spec: { readonly digest: string; readonly reference: string };
  readonly node: { readonly url: string; readonly organization: string | null };
  readonly run: {
    readonly seed: number;
    readonly started_at: string;
    readonly duration_ms: number;
    readonly exchanges: number;
    readonly concurrency: number;
    readonly read_only: boolean;
    readonly exact_codes: boolean;
    readonly only: readonly string[];
    readonly areas: readonly string[];
    readonly ended: RunEnd;
    readonly truncated: string | null;
    readonly unreachable: boolean;
    readonly word: string;
    readonly transcript_hash: string;
  };
  readonly level: LevelResult;
  readonly first_to_mend: { readonly what: string; readonly how: string; readonly requirement: string | null } | null;
  readonly hints: readonly { readonly problem: string; readonly mend: string }[];
  readonly expected_failures: {
    readonly expected: readonly { requirement: string; verdict: string; reason: string; until: string | null }[];
    readonly stale: readonly { requirement: string; problem: string }[];
    readonly unexpected: readonly string[];
  } | null;
  readonly requirements: readonly ReportedRequirement[];
}

/** A whole certification report, without any secret; `schema/report.schema.json` describes it. */
export interface ReportDocument extends ReportHead {
  readonly exchanges: readonly ReportedExchange[];
}

export interface ReportParts {
  readonly report: RunReport;
  readonly redactor: Redactor;
  readonly certification?: Certification | null;
  readonly expectations?: ExpectationOutcome | null;
}

/** The report but for its exchanges. Before anything is written, the redactor learns what the node handed out. */
export function reportHead(parts: ReportParts): ReportHead {
  const { report, redactor, certification = null, expectations = null } = parts;
  for (const exchange of report.exchanges) {
    redactor.learn(exchange.request.body ?? "");
    redactor.learn(exchange.response?.text ?? "");
  }
  const hashes = transcriptHashes(reportedExchanges(report, redactor), report.runWord);
  const { settings } = report;
  const head: ReportHead = {
    $schema: REPORT_SCHEMA,
    suite: {
      name: "servicialo-certify",
      version: SUITE_VERSION,
      protocol_version: PROTOCOL_VERSION,
      digest: suiteDigest(),
      certification: certification?.digest ?? null,
    },
    spec: { digest: specDigest(), reference: REFERENCE },
    node: { url: withoutUserInfo(report.url), organization: report.organization },
    run: {
      seed: report.seed,
      started_at: report.startedAt,
      duration_ms: report.durationMs,
      exchanges: report.exchanges.length,
      concurrency: settings.concurrency,
      read_only: settings.readOnly,
      exact_codes: settings.exactCodes,
      only: settings.only,
      areas: settings.areas,
      ended: report.ended,
      truncated: report.truncated,
      unreachable: report.unreachable,
      word: report.runWord,
      transcript_hash: transcriptHash(hashes),
    },
    level: report.level,
    first_to_mend: firstToMend(report),
    hints: report.diagnoses.map(({ problem, mend }) => ({ problem, mend })),
    expected_failures: expectations,
    requirements: report.results.map((result) => requirementOf(result, { report, redactor, hashes })),
  };
  return redactor.value(head) as ReportHead;
}

/** The whole report in memory; a file is written exchange by exchange instead. */
export function reportDocument(parts: ReportParts): ReportDocument {
  return { ...reportHead(parts), exchanges: [...reportedExchanges(parts.report, parts.redactor)] };
}

/** The exchanges one by one, each without any secret. */
export function* reportedExchanges(report: RunReport, redactor: Redactor): Generator<ReportedExchange> {
  for (const exchange of report.exchanges) yield printable(exchange, redactor);
}

function requirementOf(
  result: RequirementResult,
  { report, redactor, hashes }: { report: RunReport; redactor: Redactor; hashes: ReadonlyMap<string, string> },
): ReportedRequirement {
  const { requirement } = result;
  return {
    id: requirement.id,
    keyword: requirement.keyword,
    level: requirement.level,
    area: requirement.area,
    text: requirement.text,
    source: requirement.source,
    mandatory: result.mandatory,
    scored: result.scored,
    verdict: result.verdict,
    reason: result.reason,
    title: result.title,
    case: result.file,
    duration_ms: result.durationMs,
    transcript_hash: hashes.get(requirement.id) ?? null,
    checks: result.checks.map((check) => ({
      name: check.name,
      kind: check.kind,
      verdict: check.verdict,
      reason: check.reason,
      control: check.control,
      expectations: check.expectations.map((one) => expectationOf(one, redactor)),
      exchanges: exchangesOf(check, result, report).map(({ seq }) => seq),
    })),
    failures: failuresOf(result, report, redactor),
  };
}

/** What a check asked: the exchanges during it that its own case sent, or that were made to find something out. */
export function exchangesOf(
  check: CheckRecord,
  { requirement }: RequirementResult,
  { exchanges, settings }: RunReport,
): readonly Exchange[] {
  const during = exchanges.slice(check.exchanges[0], check.exchanges[1]);
  const alone = settings.concurrency === 1;
  return during.filter((one) => one.sender === requirement.id || (alone && one.sender !== "clean-up"));
}

function expectationOf(expectation: Expectation, redactor: Redactor): ReportedExpectation {
  return cleaned(expectation, redactor);
}

function printable(exchange: Exchange, redactor: Redactor): ReportedExchange {
  const { request, response } = exchange;
  return {
    seq: exchange.seq,
    sender: exchange.sender,
    operation: exchange.operation,
    deliberately_invalid: exchange.deliberate,
    request: {
      method: request.method,
      url: redactor.text(request.url),
      headers: redactor.value(request.headers) as Record<string, string>,
      body: request.body === null ? null : shorten(redactor.text(request.body)),
    },
    response:
      response === null
        ? null
        : {
            status: response.status,
            headers: redactor.value(response.headers) as Record<string, string>,
            text: shorten(redactor.text(response.text)),
          },
    failure: exchange.failure === null ? null : redactor.text(exchange.failure),
    sent_at_ms: exchange.sentAtMs,
    duration_ms: exchange.durationMs,
    limited: exchange.limited,
  };
}

function withoutUserInfo(url: string): string {
  const parsed = new URL(url);
  parsed.username = "";
  parsed.password = "";
  return parsed.href.replace(/\/$/, "");
}

function shorten(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}… (${text.length} characters)` : text;
}

import { PROTOCOL_VERSION } from "../artefacts.ts";
import type { Exchange } from "../node-connection.ts";
import type { Redactor } from "../redact.ts";
import type { RunReport } from "../run-report.ts";
import { cleaned, failuresOf } from "./reproduction.ts";

const LONGEST_TEXT = 20_000;

/** The whole run as one JSON document, without any secret. */
export function jsonReport(report: RunReport, redactor: Redactor): string {
  const document = {
    suite: { name: "servicialo-certify", protocol_version: PROTOCOL_VERSION },
    node: { url: redactor.text(report.url), organization: report.organization },
    run: {
      seed: report.seed,
      started_at: report.startedAt,
      duration_ms: report.durationMs,
      truncated: report.truncated,
      unreachable: report.unreachable,
    },
    level: report.level,
    requirements: report.results.map((result) => ({
      id: result.requirement.id,
      keyword: result.requirement.keyword,
      level: result.requirement.level,
      area: result.requirement.area,
      text: result.requirement.text,
      verdict: result.verdict,
      reason: result.reason,
      title: result.title,
      case: result.file,
      duration_ms: result.durationMs,
      checks: result.checks.map((check) => ({
        name: check.name,
        kind: check.kind,
        verdict: check.verdict,
        reason: check.reason,
        control: check.control,
        expectations: check.expectations.map((one) => cleaned(one, redactor)),
      })),
      failures: failuresOf(result, report, redactor),
    })),
    exchanges: report.exchanges.map((exchange) => printable(exchange, redactor)),
  };
  return `${JSON.stringify(redactor.value(document), null, 2)}\n`;
}

function printable(exchange: Exchange, redactor: Redactor): unknown {
  const { request, response } = exchange;
  return {
    seq: exchange.seq,
    sender: exchange.sender,
    operation: exchange.operation,
    deliberately_invalid: exchange.deliberate,
    request: { ...request, body: request.body === null ? null : shorten(redactor.text(request.body)) },
    response: response === null ? null : { ...response, text: shorten(redactor.text(response.text)) },
    failure: exchange.failure,
    duration_ms: exchange.durationMs,
  };
}

function shorten(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}… (${text.length} characters)` : text;
}

import type { CheckRecord, Expectation } from "../check.ts";
import { toCurl } from "../curl.ts";
import type { Redactor } from "../redact.ts";
import type { RequirementResult, RunReport } from "../run-report.ts";

/** A failure as a person needs it: what was expected, what was seen, and how to see it again. */
export interface Failure {
  readonly check: string;
  readonly kind: CheckRecord["kind"];
  readonly mismatches: readonly Expectation[];
  readonly reason: string | null;
  /** Command lines of the check's requests, in order; the mismatch is about the last one shown in `decisive`. */
  readonly commands: readonly string[];
  readonly decisive: string | null;
}

/** The failed checks of a requirement. */
export function failuresOf(result: RequirementResult, report: RunReport, redactor: Redactor): readonly Failure[] {
  return result.checks
    .filter((check) => check.verdict === "FAIL")
    .map((check) => {
      const mismatches = check.expectations.filter((one) => !one.holds).map((one) => cleaned(one, redactor));
      const exchanges = report.exchanges.slice(check.exchanges[0], check.exchanges[1]);
      const about = mismatches.find((one) => one.exchange !== null)?.exchange;
      const decisive = report.exchanges.find((one) => one.seq === about) ?? exchanges.at(-1);
      return {
        check: redactor.text(check.name),
        kind: check.kind,
        mismatches,
        reason: check.reason === null ? null : redactor.text(check.reason),
        commands: exchanges.map((exchange) => toCurl(exchange, redactor)),
        decisive: decisive === undefined ? null : toCurl(decisive, redactor),
      };
    });
}

export function cleaned(expectation: Expectation, redactor: Redactor): Expectation {
  return {
    ...expectation,
    what: redactor.text(expectation.what),
    expected: redactor.text(expectation.expected),
    actual: redactor.text(expectation.actual),
  };
}

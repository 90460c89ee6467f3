import type { Expectation } from "../check.ts";
import { toCurl } from "../curl.ts";
import type { Redactor } from "../redact.ts";
import type { RequirementResult, RunReport } from "../run-report.ts";
import { curlScript } from "./curl-script.ts";
import { exchangesOf, type ReportedFailure } from "./document.ts";

/** The failed checks of a requirement as a person needs them: what was expected, what was seen, how to see it again. */
export function failuresOf(
  result: RequirementResult,
  report: RunReport,
  redactor: Redactor,
): readonly ReportedFailure[] {
  // A negative check leans on what its control made, so that the whole way to the failure belongs to its script.
  const way: Parameters<typeof curlScript>[0]["exchanges"][number][] = [];
  const failures: ReportedFailure[] = [];
  for (const check of result.checks) {
    const exchanges = exchangesOf(check, result, report);
    way.push(...exchanges);
    if (check.verdict !== "FAIL") continue;
    const mismatches = check.expectations.filter((one) => !one.holds).map((one) => cleaned(one, redactor));
    const about = mismatches.find((one) => one.exchange !== null)?.exchange;
    const decisive = exchanges.find((one) => one.seq === about) ?? exchanges.at(-1);
    // What came after the last mismatch explains nothing.
    const last = Math.max(decisive?.seq ?? 0, ...mismatches.map((one) => one.exchange ?? 0));
    const until = last === 0 ? way : way.filter((one) => one.seq <= last);
    failures.push({
      check: redactor.text(check.name),
      kind: check.kind,
      reason: check.reason === null ? null : redactor.text(check.reason),
      mismatches,
      decisive: decisive === undefined ? null : toCurl(decisive, redactor),
      script: curlScript({ result, mismatches, exchanges: until, redactor }),
    });
  }
  return failures;
}

export function cleaned(expectation: Expectation, redactor: Redactor): Expectation {
  return {
    ...expectation,
    what: redactor.text(expectation.what),
    expected: redactor.text(expectation.expected),
    actual: redactor.text(expectation.actual),
  };
}

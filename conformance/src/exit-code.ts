import type { ExpectationOutcome } from "./expected-failures.ts";
import { isGraded, type RunEnd, type RunReport } from "./run-report.ts";

/** What the exit code of `servicialo-certify run` says. */
export const EXIT = { reached: 0, failed: 1, usageOrSuite: 2, incomplete: 3 } as const;

const UNUSABLE: readonly RunEnd[] = ["unreachable", "refused"];

/**
 * The exit code of a run. A run that ended early is no grade, whatever it found until then; a failed MUST counts before
 * a fault of the suite; what could not be verified is not passed, and is told from a failure. With a file of expected
 * failures it is 0 when exactly those are there, and 1 when one is new or no longer so.
 */
export function exitCodeOf(
  report: Pick<RunReport, "level" | "ended">,
  expectations: ExpectationOutcome | null = null,
): number {
  const { level, ended } = report;
  if (UNUSABLE.includes(ended)) return EXIT.usageOrSuite;
  if (!isGraded(ended)) return EXIT.incomplete;
  if (expectations !== null && expectations.stale.length > 0) return EXIT.failed;
  const known = expectations !== null && expectations.unexpected.length === 0 && ended === "whole";
  if (level.outcome === "failed" && !known) return EXIT.failed;
  if (level.counts.HARNESS_ERROR > 0) return EXIT.usageOrSuite;
  return level.outcome === "reached" || known ? EXIT.reached : EXIT.incomplete;
}

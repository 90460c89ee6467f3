import type { RunReport } from "./run-report.ts";

/** What the exit code of `servicialo-certify run` says. */
export const EXIT = { reached: 0, failed: 1, usageOrSuite: 2, incomplete: 3 } as const;

/**
 * The exit code of a run: a failed MUST counts before everything; a fault of the suite makes the rest worthless; what
 * could not be verified is not passed, and is told from a failure.
 */
export function exitCodeOf(report: Pick<RunReport, "level" | "truncated" | "unreachable">): number {
  if (report.unreachable) return EXIT.usageOrSuite;
  if (report.level.outcome === "failed") return EXIT.failed;
  if (report.level.counts.HARNESS_ERROR > 0) return EXIT.usageOrSuite;
  return report.level.outcome === "reached" && report.truncated === null ? EXIT.reached : EXIT.incomplete;
}

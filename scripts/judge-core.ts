import pc from "picocolors";

/** The parts of a certification report (JSON) that decide whether the node did well. */
export interface CertificationReport {
  readonly run: { readonly truncated: string | null; readonly unreachable: boolean };
  readonly level: {
    readonly level: string;
    readonly outcome: string;
    readonly met: number;
    readonly total: number;
    readonly warnings: number;
    readonly counts: Readonly<Record<string, number>>;
  };
  readonly requirements: readonly {
    readonly id: string;
    readonly keyword: string;
    readonly text: string;
    readonly verdict: string;
    readonly reason: string | null;
  }[];
}

/**
 * What speaks against a node. A requirement that could not be verified does not: the suite says so and grades the
 * level as incomplete. A failed MUST, a fault of the suite itself and a run that ended early do.
 */
export function problemsOf(report: CertificationReport): readonly string[] {
  const problems: string[] = [];
  if (report.run.unreachable) problems.push("The node did not answer.");
  if (report.run.truncated !== null) problems.push(`The run ended early: ${report.run.truncated}`);
  if (report.level.total === 0 || report.requirements.length === 0)
    problems.push("The run judged no requirement at all.");
  for (const { id, keyword, text, verdict, reason } of report.requirements) {
    const failedMust = verdict === "FAIL" && keyword.startsWith("MUST");
    if (failedMust || verdict === "HARNESS_ERROR")
      problems.push(`${verdict} ${id} ${text}${reason === null ? "" : ` (${reason})`}`);
  }
  return problems;
}

/** The verdict in two lines. */
export function verdictSummary({ level }: CertificationReport): string {
  const counts = Object.entries(level.counts).filter(([, count]) => count > 0);
  const warnings = level.warnings > 0 ? `; ${level.warnings} SHOULD not followed` : "";
  const line = `${level.level.toUpperCase()}: ${level.outcome}, ${level.met} of ${level.total} MUST met`;
  const paint = level.outcome === "reached" ? pc.green : level.outcome === "failed" ? pc.red : pc.yellow;
  return `${pc.bold(paint(line))}\n${counts.map(([verdict, count]) => `${count} ${verdict}`).join(", ")}${warnings}`;
}

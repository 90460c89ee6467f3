import pc from "picocolors";
import type { WriteReport } from "../write.ts";
import { type CommandOptions, shownPath } from "./command-options.ts";

/** What a run came to. */
export interface Outcome {
  readonly versions: readonly string[];
  readonly report: WriteReport;
}

/** Names every file that a run wrote or removed, and sums up. `started` is on the clock of `performance.now()`. */
export function printOutcome({ versions, report }: Outcome, options: CommandOptions, started: number): void {
  if (options.quiet) return;
  for (const path of report.written) console.log(`${pc.green("written")} ${shownPath(options, path)}`);
  for (const path of report.removed) console.log(`${pc.red("removed")} ${shownPath(options, path)}`);
  const counts = `${report.written.length} written, ${report.removed.length} removed, ${report.unchanged} unchanged`;
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  console.log(`Protocol ${versions.join(", ")}: ${counts} in ${seconds} s.`);
}

import { resolve } from "node:path";
import type { Command } from "commander";
import pc from "picocolors";
import { recallRun, rememberRun } from "../last-run.ts";
import { type WriteReport, writeArtefacts } from "../write.ts";
import { type CommandOptions, guarded, shownPath, withCommonOptions } from "./command-options.ts";

/** Adds `generate`. */
export function addGenerateCommand(program: Command): void {
  withCommonOptions(program.command("generate"))
    .description("compile the specification and write what changed to the output folder")
    .action(guarded(generate));
}

/** Compiles the specification and brings the output folder in line with it; at once when neither changed. */
async function generate(options: CommandOptions): Promise<void> {
  const started = performance.now();
  const place = { spec: resolve(options.spec), out: resolve(options.out) };
  const standing = recallRun(place);
  const { versions, report } = standing
    ? { versions: standing.versions, report: { written: [], removed: [], unchanged: standing.files } }
    : await generateAnew(place);
  if (options.quiet) return;
  for (const path of report.written) console.log(`${pc.green("written")} ${shownPath(options, path)}`);
  for (const path of report.removed) console.log(`${pc.red("removed")} ${shownPath(options, path)}`);
  const counts = `${report.written.length} written, ${report.removed.length} removed, ${report.unchanged} unchanged`;
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  console.log(`Protocol ${versions.join(", ")}: ${counts} in ${seconds} s.`);
}

async function generateAnew(place: {
  readonly spec: string;
  readonly out: string;
}): Promise<{ versions: string[]; report: WriteReport }> {
  const { generateArtefacts } = await import("../generate.ts");
  const { models, files, warnings, sources } = await generateArtefacts(place.spec, pc.isColorSupported);
  for (const warning of warnings) console.error(warning);
  const report = writeArtefacts(place.out, files);
  const versions = models.map((model) => model.version);
  if (warnings.length === 0) rememberRun(place, sources, versions);
  return { versions, report };
}

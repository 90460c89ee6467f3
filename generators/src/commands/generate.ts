import { resolve } from "node:path";
import pc from "picocolors";
import { generateArtefacts } from "../generate.ts";
import { writeArtefacts } from "../write.ts";
import { type CommandOptions, shownPath } from "./command-options.ts";

/** Compiles the specification and brings the output folder in line with it. */
export async function generate(options: CommandOptions): Promise<void> {
  const started = performance.now();
  const { models, files, warnings } = await generateArtefacts(resolve(options.spec), pc.isColorSupported);
  for (const warning of warnings) console.error(warning);
  const report = await writeArtefacts(resolve(options.out), files);
  if (options.quiet) return;
  for (const path of report.written) console.log(`${pc.green("written")} ${shownPath(options, path)}`);
  for (const path of report.removed) console.log(`${pc.red("removed")} ${shownPath(options, path)}`);
  const versions = models.map((model) => model.version).join(", ");
  const counts = `${report.written.length} written, ${report.removed.length} removed, ${report.unchanged} unchanged`;
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  console.log(`Protocol ${versions}: ${counts} in ${seconds} s.`);
}

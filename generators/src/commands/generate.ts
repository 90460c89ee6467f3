import { resolve } from "node:path";
import type { Command } from "commander";
import { recallRun } from "../last-run.ts";
import { type CommandOptions, guarded, withCommonOptions } from "./command-options.ts";
import { printOutcome } from "./print-outcome.ts";

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
  if (standing) {
    const report = { written: [], removed: [], unchanged: standing.files };
    printOutcome({ versions: standing.versions, report }, options, started);
    return;
  }
  const { writeGeneration } = await import("./write-generation.ts");
  printOutcome(await writeGeneration(place), options, started);
}

import { resolve } from "node:path";
import type { Command } from "commander";
import pc from "picocolors";
import { generateArtefacts } from "../generate.ts";
import { readableDiff, reasonOf } from "../readable-diff.ts";
import { checkArtefacts, type Difference } from "../write.ts";
import { type CommandOptions, guarded, shownPath, withCommonOptions } from "./command-options.ts";

/** Beyond these, a difference is named without its lines. */
const MOST_DIFFS = 10;

/** Adds `check`. */
export function addCheckCommand(program: Command): void {
  withCommonOptions(program.command("check"))
    .description("fail, with a diff, when the output folder is not what the specification says")
    .action(guarded(check));
}

/** Fails, with a diff, when the output folder is not what the specification says. Writes nothing. */
async function check(options: CommandOptions): Promise<void> {
  const { files, warnings } = await generateArtefacts(resolve(options.spec), pc.isColorSupported);
  for (const warning of warnings) console.error(warning);
  const differences = checkArtefacts(resolve(options.out), files);
  if (differences.length === 0) {
    if (!options.quiet) console.log(`${files.length} artefacts are what the specification says.`);
    return;
  }
  differences.forEach((difference, index) => {
    console.error(`${pc.red(difference.kind)} ${shownPath(options, difference.path)}: ${reasonOf(difference)}.`);
    if (hasLines(difference) && index < MOST_DIFFS) console.error(coloured(readableDiff(difference)));
  });
  console.error(`${howMany(differences)} not what the specification says.`);
  console.error(
    "Mend: change spec/ if the change was meant, then run servicialo-gen generate and commit what it writes.",
  );
  process.exitCode = 1;
}

function hasLines({ kind }: Difference): boolean {
  return kind === "edited" || kind === "outdated";
}

function howMany(differences: readonly Difference[]): string {
  return differences.length === 1 ? "1 generated file is" : `${differences.length} generated files are`;
}

function coloured(diff: string): string {
  return diff
    .split("\n")
    .map((line) => (line.startsWith("+") ? pc.green(line) : line.startsWith("-") ? pc.red(line) : line))
    .join("\n");
}

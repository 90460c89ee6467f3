import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, Option } from "commander";
import { protocolEntryPoint } from "../entry-point.ts";
import { SpecificationError } from "../specification-error.ts";

export interface CommandOptions {
  readonly spec: string;
  readonly out: string;
  readonly quiet?: boolean;
  readonly debug?: boolean;
}

/** The command could not do its work: bad usage, a broken specification, a folder that cannot be written. */
export const EXIT_FAILED = 2;

const SCHEMA_FOLDER = resolve(dirname(fileURLToPath(import.meta.url)), "../../../schema");

/** Adds the options that every command of the generator has. */
export function withCommonOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--spec <file>", "entry file of the specification").default(
        protocolEntryPoint(),
        "the protocol's own",
      ),
    )
    .addOption(
      new Option("--out <folder>", "folder of the artefacts").default(SCHEMA_FOLDER, "schema/ of this workspace"),
    )
    .option("-q, --quiet", "print problems only")
    .option("--debug", "print a stack trace when something fails");
}

/** Path of an artefact as the user can type it. */
export function shownPath(options: CommandOptions, path: string): string {
  return relative(process.cwd(), resolve(options.out, path));
}

/** Turns a failure into one readable message and exit code 2; a stack trace only with `--debug`. */
export function guarded(
  action: (options: CommandOptions) => Promise<void>,
): (options: CommandOptions) => Promise<void> {
  return async (options) => {
    try {
      await action(options);
    } catch (error) {
      const problem = error instanceof Error ? error : new Error(String(error));
      if (options.debug) console.error(problem.stack);
      else if (problem instanceof SpecificationError) console.error(problem.message);
      else console.error(`servicialo-gen: ${problem.message} (--debug prints where)`);
      process.exitCode = EXIT_FAILED;
    }
  };
}

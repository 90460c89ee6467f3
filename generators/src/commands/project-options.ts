import { type Command, Option } from "commander";
import { protocolEntryPoint } from "../entry-point.ts";
import { ProjectError } from "../scaffold/project-settings.ts";
import { SpecificationError } from "../specification-error.ts";
import { EXIT_FAILED } from "./command-options.ts";

/** Options of the commands that make and keep a project. */
export interface ProjectOptions {
  readonly spec: string;
  readonly level?: string;
  readonly channel?: string;
  readonly with?: readonly string[];
  readonly protocol?: string;
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly debug?: boolean;
}

/** Adds the options that `init` and `update` share. */
export function withProjectOptions(
  command: Command,
  defaults: { level: string; channel: string; protocol: string },
): Command {
  return command
    .option("--level <level>", `core or full (default: ${defaults.level})`)
    .option("--channel <channels>", `http, or http,mcp (default: ${defaults.channel})`)
    .option("--with <operations>", "also declare these operations, e.g. scheduling.cancel,contract.get", collect)
    .option("--protocol <version>", `protocol version (default: ${defaults.protocol})`)
    .addOption(
      new Option("--spec <file>", "entry file of the specification").default(
        protocolEntryPoint(),
        "the protocol's own",
      ),
    )
    .option("-q, --quiet", "print problems only")
    .option("--debug", "print a stack trace when something fails");
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, ...value.split(",")];
}

export function wordsOf(words: readonly string[] = []): readonly string[] {
  return words.map((word) => word.trim()).filter(Boolean);
}

/** Turns a failure into one readable message and exit code 2; a stack trace only with `--debug`. */
export function guardedProject(
  action: (folder: string, options: ProjectOptions) => Promise<void>,
): (folder: string, options: ProjectOptions) => Promise<void> {
  return async (folder, options) => {
    try {
      await action(folder, options);
    } catch (error) {
      const problem = error instanceof Error ? error : new Error(String(error));
      const isExpected = problem instanceof ProjectError || problem instanceof SpecificationError;
      if (options.debug) console.error(problem.stack);
      else console.error(isExpected ? problem.message : `servicialo-gen: ${problem.message} (--debug prints where)`);
      process.exitCode = EXIT_FAILED;
    }
  };
}

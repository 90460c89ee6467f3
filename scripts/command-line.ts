import { Command, CommanderError } from "commander";

/** Exit code of a command that was typed wrongly. */
const EXIT_USAGE = 2;

/** A script of this workspace with the options that each one has. */
export function script(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option("-q, --quiet", "print problems only")
    .option("--debug", "print a stack trace when something fails (or set DEBUG)")
    .showHelpAfterError("Mend: run it with --help to see its options.")
    .exitOverride();
}

/** Whether stack traces are wanted. */
export function wantsDebug(options: { readonly debug?: boolean }): boolean {
  return options.debug === true || Boolean(process.env["DEBUG"]);
}

/** Reads the arguments, runs the script and turns what goes wrong into one line and an exit code. */
export async function runScript(command: Command): Promise<void> {
  // `pnpm start -- --quiet` hands over the two dashes as well.
  const args = process.argv.slice(2).filter((argument, index) => !(index === 0 && argument === "--"));
  try {
    await command.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : EXIT_USAGE;
      return;
    }
    const problem = error instanceof Error ? error : new Error(String(error));
    console.error(
      wantsDebug(command.opts()) ? problem.stack : `${command.name()}: ${problem.message} (--debug prints where)`,
    );
    process.exitCode = 1;
  }
}

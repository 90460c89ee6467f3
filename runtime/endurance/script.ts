import { Command, CommanderError, InvalidArgumentError } from "commander";

/** What every long run takes. */
export interface RunOptions {
  /** Seed of every random choice. */
  readonly seed: number;
  readonly debug?: boolean;
}

/** What those take that run on either database. */
export interface DatabaseOptions extends RunOptions {
  /** Where the node keeps its data. */
  readonly database: "sqlite" | "postgres";
}

/** A long run against real nodes, with the options that each one has. */
export function enduranceScript(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option("--seed <number>", "seed of every random choice", wholeNumber, 1)
    .option("--debug", "print a stack trace when something fails")
    .showHelpAfterError("Mend: run it with --help to see its options.")
    .exitOverride();
}

/** The same on the database that the option says. */
export function enduranceOnDatabase(name: string, description: string): Command {
  const kinds = "sqlite or postgres (a server from npm, started for the run)";
  return enduranceScript(name, description).option("--database <kind>", kinds, databaseKind, "sqlite");
}

/** Reads the arguments and runs; a promise that was broken is told in one line and exits with 1, wrong usage with 2. */
export async function runEndurance(command: Command): Promise<void> {
  // Exits by itself, so that the nodes of the run are stopped, too.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
  try {
    await command.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    const problem = error instanceof Error ? error : new Error(String(error));
    console.error(command.opts<{ debug?: boolean }>().debug ? problem.stack : `${command.name()}: ${problem.message}`);
    process.exitCode = 1;
  }
}

/** A whole number of at least 0, as an option gives it. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError("Give a whole number of at least 0.");
  return value;
}

function databaseKind(text: string): DatabaseOptions["database"] {
  if (text === "sqlite" || text === "postgres") return text;
  throw new InvalidArgumentError("Give sqlite or postgres.");
}

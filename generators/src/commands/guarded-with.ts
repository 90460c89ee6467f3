import { SpecificationError } from "../specification-error.ts";
import { EXIT_FAILED } from "./command-options.ts";

/** Turns a failure of a command with arguments into one readable message and exit code 2; a stack trace only with `--debug`. */
export function guardedWith<Arguments extends unknown[]>(
  debugs: (...given: Arguments) => boolean | undefined,
  action: (...given: Arguments) => Promise<void>,
): (...given: Arguments) => Promise<void> {
  return async (...given) => {
    try {
      await action(...given);
    } catch (error) {
      const problem = error instanceof Error ? error : new Error(String(error));
      if (debugs(...given)) console.error(problem.stack);
      else if (problem instanceof SpecificationError) console.error(problem.message);
      else console.error(`servicialo-gen: ${problem.message} (--debug prints where)`);
      process.exitCode = EXIT_FAILED;
    }
  };
}

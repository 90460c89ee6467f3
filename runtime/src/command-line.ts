import { CommanderError } from "commander";
import { nodeProgram } from "./commands/program.ts";

const program = nodeProgram();
try {
  await program.parseAsync();
} catch (error) {
  // The parser has already said what is wrong, and exits with 0 after --help.
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 2);
  const problem = error instanceof Error ? error : new Error(String(error));
  console.error(program.opts()["debug"] ? problem.stack : `servicialo-node: ${problem.message}`);
  process.exit(1);
}

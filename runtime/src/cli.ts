#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { addKeys } from "./commands/keys.ts";
import { addSeed } from "./commands/seed.ts";
import { addServe } from "./commands/serve.ts";

const program = new Command("servicialo-node")
  .description("Reference node of the Servicialo protocol.")
  .option("--debug", "print stack traces")
  .showHelpAfterError("(run with --help to see what is possible)")
  .exitOverride();
addServe(program);
addSeed(program);
addKeys(program);
program.addHelpText(
  "after",
  `
Examples:
  servicialo-node seed examples/clinic/clinic.yaml --database clinic.db --keys keys.json
  servicialo-node serve --database clinic.db --sandbox-clock    run it; /sandbox/clock moves time
  servicialo-node keys create --database clinic.db --organization clinica-andes --provider prv_…`,
);

try {
  await program.parseAsync();
} catch (error) {
  // The parser has already said what is wrong, and exits with 0 after --help.
  if (error instanceof CommanderError) process.exit(error.exitCode === 0 ? 0 : 2);
  const problem = error instanceof Error ? error : new Error(String(error));
  console.error(program.opts()["debug"] ? problem.stack : `servicialo-node: ${problem.message}`);
  process.exit(1);
}

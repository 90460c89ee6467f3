#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import packageJson from "../package.json" with { type: "json" };
import { check } from "./commands/check.ts";
import { EXIT_FAILED, guarded, withCommonOptions } from "./commands/command-options.ts";
import { generate } from "./commands/generate.ts";

const EXAMPLES = `
Examples:
  $ servicialo-gen generate                              write what changed to schema/
  $ servicialo-gen check                                 fail when schema/ is not what spec/ says
  $ servicialo-gen generate --spec my/main.tsp --out my/schema

Exit codes: 0 done, 1 check found differences, 2 wrong usage or a specification that does not compile.`;

const program = new Command("servicialo-gen")
  .description("Generates every artefact of the Servicialo protocol from its TypeSpec definitions.")
  .version(packageJson.version)
  .addHelpText("after", EXAMPLES)
  .showHelpAfterError("Mend: run servicialo-gen --help to see the commands and their options.")
  .exitOverride();

withCommonOptions(program.command("generate"))
  .description("compile the specification and write what changed to the output folder")
  .action(guarded(generate));

withCommonOptions(program.command("check"))
  .description("fail, with a diff, when the output folder is not what the specification says")
  .action(guarded(check));

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : EXIT_FAILED;
}

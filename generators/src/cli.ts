#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import packageJson from "../package.json" with { type: "json" };
import { check } from "./commands/check.ts";
import { EXIT_FAILED, guarded, withCommonOptions } from "./commands/command-options.ts";
import { generate } from "./commands/generate.ts";
import { init } from "./commands/init.ts";
import { guardedProject, withProjectOptions } from "./commands/project-options.ts";
import { update } from "./commands/update.ts";

const EXAMPLES = `
Examples:
  $ servicialo-gen generate                              write what changed to schema/
  $ servicialo-gen check                                 fail when schema/ is not what spec/ says
  $ servicialo-gen generate --spec my/main.tsp --out my/schema
  $ servicialo-gen init my-node --level core             begin a node of your own
  $ servicialo-gen update my-node                        bring it up to date; your files stay as they are

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

withProjectOptions(program.command("init <folder>"), { level: "core", channel: "http", protocol: "the newest released" })
  .description("write a node that answers every operation with 501, ready for handlers")
  .action(guardedProject(init));

withProjectOptions(program.command("update [folder]"), { level: "the project's", channel: "the project's", protocol: "the project's" })
  .description("bring a project up to date with the specification, without touching a byte of its owner's")
  .option("--force", "overwrite generated files although someone edited them; never anything else")
  .action(guardedProject((folder = ".", options) => update(folder, options)));

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : EXIT_FAILED;
}

#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { Command, CommanderError } from "commander";
import packageJson from "../package.json" with { type: "json" };
import { CACHE_FOLDER } from "./cache-folder.ts";
import { EXIT_FAILED } from "./commands/command-options.ts";

enableCompileCache(`${CACHE_FOLDER}code`);

/** Each is loaded only when it is asked for: it may bring a compiler or two along. */
const COMMANDS: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  generate: async () => (await import("./commands/generate.ts")).addGenerateCommand,
  check: async () => (await import("./commands/check.ts")).addCheckCommand,
  explain: async () => (await import("./commands/explain.ts")).addExplainCommand,
  watch: async () => (await import("./commands/watch.ts")).addWatchCommand,
  init: async () => (await import("./commands/add-project-commands.ts")).addInitCommand,
  update: async () => (await import("./commands/add-project-commands.ts")).addUpdateCommand,
  diff: async () => (await import("./commands/diff.ts")).addDiffCommand,
  rfc: async () => (await import("./commands/rfc.ts")).addRfcCommand,
};

const EXAMPLES = `
Examples:
  $ servicialo-gen generate                              write what changed to schema/
  $ servicialo-gen check                                 fail when schema/ is not what spec/ says
  $ servicialo-gen generate --spec my/main.tsp --out my/schema
  $ servicialo-gen watch                                 generate again whenever the specification is saved
  $ servicialo-gen explain schema/openapi/0.8.yaml:120   lead a line of an artefact back to the specification
  $ servicialo-gen init my-node --level core             begin a node of your own
  $ servicialo-gen update my-node                        bring it up to date; your files stay as they are

Exit codes: 0 done, 1 check found differences, 2 wrong usage or a specification that does not compile.`;

const program = new Command("servicialo-gen")
  .description("Generates every artefact of the Servicialo protocol from its TypeSpec definitions.")
  .version(packageJson.version)
  .addHelpText("after", EXAMPLES)
  .showHelpAfterError("Mend: run servicialo-gen --help to see the commands and their options.")
  .exitOverride();

const asked = COMMANDS[process.argv[2] ?? ""];
for (const load of asked ? [asked] : Object.values(COMMANDS)) (await load())(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : EXIT_FAILED;
}

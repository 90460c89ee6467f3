import { Command, CommanderError } from "commander";
import { addAttest } from "./commands/attest.ts";
import { addCard } from "./commands/card.ts";
import { addChallenge } from "./commands/challenge.ts";
import { addKeys } from "./commands/keys.ts";
import { addList } from "./commands/list.ts";
import { addReplay } from "./commands/replay.ts";
import { addReport } from "./commands/report.ts";
import { addRun } from "./commands/run.ts";
import { addVerify } from "./commands/verify.ts";
import { CaseFileError } from "./discover-cases.ts";
import { EXIT } from "./exit-code.ts";
import { UsageError } from "./read-settings.ts";
import { SUITE_VERSION } from "./suite-identity.ts";

const program = new Command("servicialo-certify")
  .description("Certifies a Servicialo node over the network against the generated specification")
  .version(SUITE_VERSION);
for (const add of [addRun, addCard, addList, addReplay, addReport, addKeys, addChallenge, addAttest, addVerify])
  add(program);
for (const command of [program, ...program.commands])
  command.exitOverride().showHelpAfterError("(add --help for help)");

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : EXIT.usageOrSuite;
  else if (error instanceof UsageError || error instanceof CaseFileError) {
    process.stderr.write(`servicialo-certify: ${error.message}\n`);
    process.exitCode = EXIT.usageOrSuite;
  } else throw error;
}

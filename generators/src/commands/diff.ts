import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { FORMATS, type Format, formatDiff } from "../diff/format.ts";
import { SpecificationReader } from "../diff/read-specification.ts";
import { diffSpecifications, failuresOf } from "../diff/specification-diff.ts";
import { VERDICTS, type Verdict } from "../diff/verdict.ts";
import { protocolEntryPoint } from "../entry-point.ts";
import { guardedWith } from "./guarded-with.ts";
import { localDate } from "./local-date.ts";

interface DiffOptions {
  readonly spec: string;
  readonly format: Format;
  readonly failOn: Verdict;
  readonly today?: string;
  readonly debug?: boolean;
}

const HELP = `
A specification is named by a version (0.8), a folder (../other/spec) or a git revision with the folder in it
(main:spec). #0.8 after a folder or revision chooses one of its versions; without it, every version that both
describe is compared.

Exit codes: 0 nothing fails, 1 a finding that is not approved, or an approval that is unused or expired, 2 wrong
usage or a specification that does not compile.`;

/** Adds `diff <base> <head>`. */
export function addDiffCommand(program: Command): void {
  program
    .command("diff")
    .description("say what changed between two specifications, what it breaks and for whom")
    .argument("<base>", "the older specification")
    .argument("<head>", "the newer specification")
    .addOption(
      new Option("--spec <file>", "entry file of the specification whose versions can be named").default(
        protocolEntryPoint(),
        "the protocol's own",
      ),
    )
    .addOption(new Option("--format <format>", "how to print findings").choices([...FORMATS]).default("text"))
    .addOption(
      new Option("--fail-on <verdict>", "gravest verdict that passes is the one below this")
        .choices([...VERDICTS])
        .default("breaking"),
    )
    .option("--today <date>", "date by which approvals expire, YYYY-MM-DD (default: today)")
    .option("--debug", "print a stack trace when something fails")
    .addHelpText("after", HELP)
    .action(guardedWith<[string, string, DiffOptions]>((_base, _head, options) => options.debug, diff));
}

async function diff(base: string, head: string, options: DiffOptions): Promise<void> {
  const reader = new SpecificationReader(resolve(options.spec));
  const compared = diffSpecifications(
    await reader.read(base),
    await reader.read(head),
    options.today ?? localDate(new Date()),
  );
  console.log(formatDiff(compared, options.format));
  const failures = failuresOf(compared, options.failOn);
  if (failures.length === 0) return;
  for (const failure of failures) console.error(failure);
  console.error(
    "Mend: change the specification as each finding says, or approve the change with @approvedChange in an RFC.",
  );
  process.exitCode = 1;
}

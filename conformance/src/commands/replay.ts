import type { Command } from "commander";
import pc from "picocolors";
import { readCertification } from "../certification.ts";
import { EXIT } from "../exit-code.ts";
import { isLevel } from "../levels.ts";
import { type RunFlags, readSettings, UsageError } from "../read-settings.ts";
import { Redactor } from "../redact.ts";
import { type ReportDocument, type ReportedRequirement, reportHead } from "../report/document.ts";
import { readJsonReport } from "../report/json.ts";
import { paint } from "../report/terminal.ts";
import { isGraded } from "../run-report.ts";
import { runSuite } from "../run-suite.ts";
import { addNodeOptions } from "./run-options.ts";

export function addReplay(program: Command): void {
  const command = program
    .command("replay")
    .description("run one case of a report again, with its seed, and say whether the verdict is the same")
    .argument("<report>", "file that run --json wrote")
    .argument("<requirement>", "id of the requirement, such as SVC-HTTP-001")
    .argument("[url]", "another address of the node");
  addNodeOptions(command).addHelpText("after", EXIT_CODES).action(replay);
}

const EXIT_CODES = `
Exit codes: 0 the same verdict, 1 another verdict, 2 wrong command or unreachable node, 3 the replay ended early`;

async function replay(path: string, requirement: string, url: string | undefined, flags: RunFlags): Promise<void> {
  const document = readJsonReport(path);
  const id = requirement.toUpperCase();
  const before = document.requirements.find((one) => one.id === id);
  if (before === undefined) throw new UsageError(`${path} has no requirement ${requirement}`);
  const settings = readSettings(url ?? document.node.url, flagsOf(document, id, flags), process.env);
  const redactor = new Redactor(settings.credentials, settings.url);
  const report = await runSuite(settings);
  const head = reportHead({ report, redactor, certification: readCertification() });
  const now = head.requirements.find((one) => one.id === id);
  if (!isGraded(report.ended) || now === undefined) {
    process.stderr.write(`${head.run.truncated ?? "the replay ended early"}\n`);
    for (const { mend } of head.hints) process.stderr.write(`  ${mend}\n`);
    process.exitCode = report.unreachable ? EXIT.usageOrSuite : EXIT.incomplete;
    return;
  }
  process.stdout.write(comparison(before, now));
  process.exitCode = before.verdict === now.verdict ? EXIT.reached : EXIT.failed;
}

function flagsOf({ run, level, node }: ReportDocument, id: string, given: RunFlags): RunFlags {
  if (!isLevel(level.level)) throw new UsageError(`the report has an unknown level: ${String(level.level)}`);
  return {
    ...(node.organization === null ? {} : { organization: node.organization }),
    ...given,
    level: level.level,
    seed: String(run.seed),
    only: [id],
    exactCodes: run.exact_codes,
    readOnly: run.read_only,
  };
}

function comparison(before: ReportedRequirement, now: ReportedRequirement): string {
  const colors = pc.createColors(pc.isColorSupported);
  const shown = (one: ReportedRequirement) => paint(one.verdict, one.mandatory, colors);
  const same = before.verdict === now.verdict;
  const lines = [
    `${now.id} ${now.text}`,
    `${same ? "The same verdict" : "Another verdict"}: ${shown(before)} in the report, ${shown(now)} now.`,
  ];
  if (now.reason !== null) lines.push(`  ${now.reason}`);
  for (const failure of now.failures) {
    lines.push(`  ${failure.kind}: ${failure.check}`);
    for (const one of failure.mismatches) lines.push(`    ${one.what}: expected ${one.expected}, actual ${one.actual}`);
    if (failure.decisive !== null) lines.push(`    ${colors.cyan(failure.decisive)}`);
  }
  const alike = before.transcript_hash === now.transcript_hash;
  lines.push(
    alike
      ? "It asked and got the same, but for ids and moments."
      : "What it asked or got is not quite the same as then.",
  );
  return `${lines.join("\n")}\n`;
}

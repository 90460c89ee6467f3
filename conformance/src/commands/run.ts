import type { Command } from "commander";
import pc from "picocolors";
import { attestationFor, readSigningKey, type SigningKey } from "../attestation/attest.ts";
import { readCertification } from "../certification.ts";
import { EXIT, exitCodeOf } from "../exit-code.ts";
import { holdAgainst, readExpectedFailures } from "../expected-failures.ts";
import { expectedFailuresFile, type RunFlags, readSettings, UsageError } from "../read-settings.ts";
import { Redactor } from "../redact.ts";
import { badge } from "../report/badge.ts";
import { type ReportHead, reportDocument, reportedExchanges, reportHead } from "../report/document.ts";
import { htmlReport } from "../report/html.ts";
import { writeJsonReport } from "../report/json.ts";
import { junitReport } from "../report/junit.ts";
import { markdownReport } from "../report/markdown.ts";
import { Progress } from "../report/progress.ts";
import { gradeLine, terminalReport } from "../report/terminal.ts";
import type { RunReport } from "../run-report.ts";
import { runSuite } from "../run-suite.ts";
import type { RunSettings } from "../settings.ts";
import { RunStopped } from "../verdict.ts";
import { writeOutput } from "./output.ts";
import { addRunOptions } from "./run-options.ts";

const EXIT_CODES = `
Exit codes:
  0  the level is reached: every MUST passed, or does not apply; or exactly the expected failures are there
  1  at least one MUST failed, or an expected failure is stale
  2  the command was wrong, the node cannot be reached, its set-up is wrong, or the suite itself failed
  3  nothing failed, and not everything could be verified; or the run ended early, which is never a grade`;

export interface OutputFlags {
  readonly json?: string;
  readonly junit?: string;
  readonly html?: string;
  readonly markdown?: string;
  readonly badge?: string;
  readonly attest?: string;
  readonly key?: string;
  readonly expectedFailures?: string;
  readonly quiet?: boolean;
}

export function addRun(program: Command): void {
  const command = program.command("run").argument("[url]", "address of the node, in front of /servicialo/v1");
  addRunOptions(command.description("ask a node everything that a level demands, and grade it"))
    .option("--json <file>", "write the whole report, from which all others can be made")
    .option("--junit <file>", "write a JUnit report")
    .option("--html <file>", "write a report to read in a browser: one file, no network")
    .option("--markdown <file>", "write a summary for a pull request")
    .option("--badge <file>", "write an SVG badge")
    .option("--attest <file>", "write a signed statement of the result; needs --key and a reached level")
    .option("--key <file>", "signing key that `keys` made (or SERVICIALO_ATTESTATION_KEY)")
    .option("--quiet", "print nothing but the grade")
    .addHelpText("after", EXIT_CODES)
    .action(async (url: string | undefined, flags: RunFlags & OutputFlags) => {
      process.exitCode = await run(readSettings(url, flags, process.env), flags);
    });
}

async function run(settings: RunSettings, flags: RunFlags & OutputFlags): Promise<number> {
  const expectedFile = expectedFailuresFile(flags);
  const expected = expectedFile === null ? null : readExpectedFailures(expectedFile);
  const key = flags.attest === undefined ? null : await signingKey(flags);
  const redactor = new Redactor(settings.credentials, settings.url);
  const colors = pc.createColors(pc.isColorSupported);
  const progress = new Progress({ stream: process.stderr, redactor, colors, quiet: flags.quiet === true });
  const report = await interruptible((signal) => {
    progress.announce(settings);
    return runSuite(settings, {
      signal,
      onStart: (cases) => progress.start(cases),
      onResult: (result, position) => progress.result(result, position),
    });
  });
  progress.end();
  const today = new Date().toISOString().slice(0, 10);
  const expectations =
    expected === null || report.ended !== "whole" ? null : holdAgainst(expected, report.results, today);
  const head = reportHead({ report, redactor, certification: readCertification(), expectations });
  writeReports({ report, redactor, head, flags });
  process.stdout.write(`${flags.quiet ? gradeLine(head.level, colors) : terminalReport(head, pc.isColorSupported)}\n`);
  if (flags.quiet && report.diagnoses.length > 0) printDiagnoses(head);
  const code = exitCodeOf(report, expectations);
  if (key === null || flags.attest === undefined) return code;
  return attested({ report, redactor, key, file: flags.attest }, code);
}

async function signingKey(flags: OutputFlags): Promise<SigningKey> {
  const file = flags.key ?? process.env.SERVICIALO_ATTESTATION_KEY;
  if (file === undefined) throw new UsageError("--attest needs --key <file>; servicialo-certify keys makes one");
  return readSigningKey(file);
}

/** Ctrl-C ends the run, and its reports are written; a second one ends the program. */
async function interruptible<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const controller = new AbortController();
  const stop = () => controller.abort(new RunStopped("somebody interrupted it", "interrupted"));
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    return await work(controller.signal);
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}

function printDiagnoses(head: ReportHead): void {
  for (const { problem, mend } of head.hints) process.stderr.write(`${problem}\n  ${mend}\n`);
}

interface Written {
  readonly report: RunReport;
  readonly redactor: Redactor;
  readonly head: ReportHead;
  readonly flags: OutputFlags;
}

function writeReports({ report, redactor, head, flags }: Written): void {
  if (flags.json !== undefined) writeJsonReport(flags.json, head, reportedExchanges(report, redactor));
  if (flags.junit !== undefined) writeOutput(flags.junit, junitReport(head));
  if (flags.html !== undefined) {
    writeOutput(flags.html, htmlReport({ ...head, exchanges: [...reportedExchanges(report, redactor)] }));
  }
  if (flags.markdown !== undefined) writeOutput(flags.markdown, markdownReport(head));
  if (flags.badge !== undefined) writeOutput(flags.badge, badge(head));
}

/** Signs the result where it can be signed; why it cannot be is said, and the exit code stays that of the run. */
async function attested(
  parts: { report: RunReport; redactor: Redactor; key: SigningKey; file: string },
  code: number,
): Promise<number> {
  const { report, redactor, key, file } = parts;
  try {
    const document = reportDocument({ report, redactor, certification: readCertification() });
    writeOutput(file, await attestationFor(document, { key }));
    process.stderr.write(`The signed statement is in ${file}.\n`);
    return code;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`servicialo-certify: ${error.message}\n`);
    return code === EXIT.reached ? EXIT.usageOrSuite : code;
  }
}

#!/usr/bin/env node
import { writeFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import pc from "picocolors";
import { PROTOCOL_VERSION } from "./artefacts.ts";
import { CaseFileError, discoverCases } from "./discover-cases.ts";
import { EXIT, exitCodeOf } from "./exit-code.ts";
import { coverage, ledger } from "./ledger.ts";
import { type RunFlags, readSettings, UsageError } from "./read-settings.ts";
import { Redactor } from "./redact.ts";
import { jsonReport } from "./report/json.ts";
import { junitReport } from "./report/junit.ts";
import { progressLine, terminalReport, verdictLine } from "./report/terminal.ts";
import type { RunReport } from "./run-report.ts";
import { runSuite } from "./run-suite.ts";
import type { RunSettings } from "./settings.ts";

const EXIT_CODES = `
Exit codes of run:
  0  the level is reached: every MUST passed, or does not apply
  1  at least one MUST failed
  2  the command was wrong, the node cannot be reached, or the suite itself failed
  3  nothing failed, and not everything could be verified: a credential, a capability, a clock or a case is missing`;

interface OutputFlags {
  readonly json?: string;
  readonly junit?: string;
  readonly quiet?: boolean;
}

const collect = (value: string, earlier: string[] = []): string[] => [...earlier, ...value.split(",").filter(Boolean)];

function program(): Command {
  const command = new Command("servicialo-certify")
    .description("Certifies a Servicialo node over the network against the generated specification")
    .version(PROTOCOL_VERSION)
    .exitOverride();
  command
    .command("run [url]")
    .description("ask a node everything that a level demands, and grade it")
    .option("--level <level>", "core, full, network or agent (default core)")
    .option("--organization <slug>", "organization to certify (or SERVICIALO_ORGANIZATION)")
    .option("--credentials <file>", "JSON file with the credentials (or SERVICIALO_CREDENTIALS, SERVICIALO_TOKEN_…)")
    .option("--config <file>", "JSON file with these settings")
    .option("--only <ids>", "requirement ids, separated by commas", collect)
    .option("--area <areas>", "areas such as life or http, separated by commas", collect)
    .option("--bail", "stop at the first failure of a MUST")
    .option("--seed <number>", "order of the cases (default 1)")
    .option("--concurrency <number>", "cases at a time (default 1)")
    .option("--timeout <seconds>", "longest wait for one answer (default 10)")
    .option("--exact-codes", "take only the exact extension codes, as our own nodes must give them")
    .option("--json <file>", "write the whole report as JSON")
    .option("--junit <file>", "write a JUnit report")
    .option("--quiet", "print nothing but the grade")
    .addHelpText("after", EXIT_CODES)
    .action(async (url: string | undefined, flags: RunFlags & OutputFlags) => {
      process.exitCode = await run(readSettings(url, flags, process.env), flags);
    });
  command
    .command("list")
    .description("the ledger: every requirement, tested or not, with counts per level")
    .option("--json", "as JSON")
    .action(async (flags: { json?: boolean }) => {
      process.stdout.write(await list(flags.json === true));
    });
  return command;
}

async function run(settings: RunSettings, flags: OutputFlags): Promise<number> {
  const redactor = new Redactor(settings.credentials, settings.url);
  const colors = pc.createColors(pc.isColorSupported);
  const quiet = flags.quiet === true;
  if (!quiet)
    process.stderr.write(
      `Certifying ${redactor.text(settings.url)} for ${settings.level.toUpperCase()}; the run books, moves and cancels sessions of its own.\n`,
    );
  const report = await runSuite(settings, {
    onResult: (result, position) => {
      if (!quiet) process.stderr.write(`${redactor.text(progressLine(result, position, colors))}\n`);
    },
  });
  writeReports(report, redactor, flags);
  if (report.unreachable) {
    process.stderr.write(
      `${redactor.text(settings.url)}: ${redactor.text(report.truncated ?? "no answer")}; start the node, or mend the address\n`,
    );
  } else
    process.stdout.write(
      `${quiet ? verdictLine(report.level) : terminalReport(report, redactor, pc.isColorSupported)}\n`,
    );
  return exitCodeOf(report);
}

function writeReports(report: RunReport, redactor: Redactor, flags: OutputFlags): void {
  if (flags.json !== undefined) write(flags.json, jsonReport(report, redactor));
  if (flags.junit !== undefined) write(flags.junit, junitReport(report, redactor));
}

function write(path: string, content: string): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function list(asJson: boolean): Promise<string> {
  const rows = ledger(await discoverCases());
  const levels = coverage(rows);
  if (asJson) return `${JSON.stringify({ levels, requirements: rows }, null, 2)}\n`;
  const lines = rows.map((row) => {
    const tested = row.case === null ? "not tested" : row.negativeOmitted === null ? "tested" : "tested, positive only";
    const { id, level, keyword, text } = row.requirement;
    return `${id.padEnd(14)} ${level.padEnd(8)} ${keyword.padEnd(9)} ${tested.padEnd(22)} ${text}`;
  });
  for (const { level, must, should } of levels) {
    lines.push(`${level}: MUST ${must.tested} of ${must.total} tested, SHOULD ${should.tested} of ${should.total}`);
  }
  return `${lines.join("\n")}\n`;
}

try {
  await program().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : EXIT.usageOrSuite;
  else if (error instanceof UsageError || error instanceof CaseFileError) {
    process.stderr.write(`servicialo-certify: ${error.message}\n`);
    process.exitCode = EXIT.usageOrSuite;
  } else throw error;
}

import type { Command } from "commander";
import { Option } from "commander";
import { UsageError } from "../read-settings.ts";
import { badge } from "../report/badge.ts";
import type { ReportDocument } from "../report/document.ts";
import { htmlReport } from "../report/html.ts";
import { readJsonReport } from "../report/json.ts";
import { junitReport } from "../report/junit.ts";
import { markdownReport } from "../report/markdown.ts";
import { terminalReport } from "../report/terminal.ts";
import { writeOutput } from "./output.ts";

const PRINTERS = {
  html: htmlReport,
  badge,
  markdown: markdownReport,
  junit: junitReport,
  text: (document: ReportDocument) => `${terminalReport(document, false)}\n`,
} as const;

type Format = keyof typeof PRINTERS;

export function addReport(program: Command): void {
  program
    .command("report")
    .description("make another report from the JSON of a run; nothing is asked of the node")
    .argument("<json>", "file that run --json wrote")
    .addOption(new Option("--format <format>", "of the report").choices(Object.keys(PRINTERS)).default("text"))
    .option("--reference <url>", "where the generated reference is published, for links to requirements")
    .option("--script <requirement>", "print the shell scripts that show the failures of a requirement again")
    .option("--out <file>", "write there instead of to the standard output")
    .action((json: string, flags: { format: Format; reference?: string; script?: string; out?: string }) => {
      const read = readJsonReport(json);
      const reference = flags.reference?.replace(/\/+$/, "") ?? read.spec.reference;
      const document = { ...read, spec: { ...read.spec, reference } };
      const content = flags.script === undefined ? PRINTERS[flags.format](document) : scriptsOf(document, flags.script);
      if (flags.out === undefined) process.stdout.write(content);
      else writeOutput(flags.out, content);
    });
}

function scriptsOf(document: ReportDocument, id: string): string {
  const found = document.requirements.find((one) => one.id === id.toUpperCase());
  if (found === undefined) throw new UsageError(`the report has no requirement ${id}`);
  if (found.failures.length === 0) throw new UsageError(`${found.id} did not fail: it is ${found.verdict}`);
  return found.failures.map((failure) => failure.script).join("\n");
}

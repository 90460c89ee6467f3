import { writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { type Command, Option } from "commander";
import { SpecificationReader } from "../diff/read-specification.ts";
import { diffSpecifications } from "../diff/specification-diff.ts";
import { protocolEntryPoint } from "../entry-point.ts";
import { impactReport } from "../rfc/report.ts";
import { findRfc, startRfc } from "../rfc/rfc-folder.ts";
import { SpecificationError } from "../specification-error.ts";
import { guardedWith } from "./guarded-with.ts";
import { localDate } from "./local-date.ts";

interface NewOptions {
  readonly folder: string;
  readonly base: string;
  readonly head: string;
  readonly debug?: boolean;
}

interface ReportOptions {
  readonly folder: string;
  readonly spec: string;
  readonly base?: string;
  readonly head?: string;
  readonly today?: string;
  readonly debug?: boolean;
}

/** Adds `rfc new` and `rfc report`. */
export function addRfcCommand(program: Command): void {
  const rfc = program.command("rfc").description("propose a change of the protocol, and say what it does to whom");
  rfc
    .command("new")
    .description("start a numbered RFC with a proposal to fill in")
    .argument("<title>", "what it is about")
    .option("--folder <folder>", "folder of all RFCs", "rfcs")
    .option("--base <specification>", "what it changes, as diff takes it", "main:spec")
    .option("--head <specification>", "what it changes it to, as diff takes it", "spec")
    .option("--debug", "print a stack trace when something fails")
    .action(guardedWith<[string, NewOptions]>((_, options) => options.debug, start));
  rfc
    .command("report")
    .description("write the impact report in English and in Spanish beside the proposal")
    .argument("<rfc>", "number of the RFC, or its folder")
    .option("--folder <folder>", "folder of all RFCs", "rfcs")
    .addOption(
      new Option("--spec <file>", "entry file of the specification whose versions can be named").default(
        protocolEntryPoint(),
        "the protocol's own",
      ),
    )
    .option("--base <specification>", "compare with this instead of what the proposal says")
    .option("--head <specification>", "compare this instead of what the proposal says")
    .option("--today <date>", "date by which approvals expire, YYYY-MM-DD (default: today)")
    .option("--debug", "print a stack trace when something fails")
    .action(guardedWith<[string, ReportOptions]>((_, options) => options.debug, report));
}

async function start(title: string, { folder, base, head }: NewOptions): Promise<void> {
  const made = await startRfc({ title, below: resolve(folder), base, head });
  console.log(`${relative(process.cwd(), made)} started. Fill in its README.md.`);
}

async function report(named: string, options: ReportOptions): Promise<void> {
  const rfc = await findRfc(named, resolve(options.folder));
  const reader = new SpecificationReader(resolve(options.spec));
  const base = await reader.read(options.base ?? rfc.base);
  const head = await reader.read(options.head ?? rfc.head);
  const newest = head.models.at(-1);
  if (!newest) throw new SpecificationError(`${head.label} describes no version.`);
  const diff = diffSpecifications(base, head, options.today ?? localDate(new Date()));
  for (const language of ["en", "es"] as const) {
    const path = join(rfc.folder, `report.${language}.md`);
    await writeFile(path, impactReport({ rfc, diff, head: newest }, language));
    console.log(`${relative(process.cwd(), path)} written.`);
  }
}

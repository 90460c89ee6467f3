import { mkdir, readFile, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import { runScript, script, wantsDebug } from "./command-line.ts";
import { type DemoDatabase, ownPostgres, sqliteFile, startPostgres } from "./demo-database.ts";
import { type DemoNode, startDemoNode } from "./demo-node.ts";
import { type CertificationReport, problemsOf, verdictSummary } from "./judge-core.ts";
import { failureReport, lastLine, mustSucceed, runCommand, runSteps, type Step, StepFailure } from "./steps.ts";
import { OUTPUT_FOLDER, ROOT } from "./workspace.ts";

const SQLITE_FILE = join(OUTPUT_FOLDER, "clinic.db");
const KEYS = join(OUTPUT_FOLDER, "keys.json");
const LOG = join(OUTPUT_FOLDER, "node.log");
const REPORT = join(OUTPUT_FOLDER, "core.json");
const JUNIT = join(OUTPUT_FOLDER, "core.junit.xml");

interface StartOptions {
  readonly port: number;
  readonly postgres?: boolean;
  readonly databaseUrl?: string;
  readonly keep?: boolean;
  readonly quiet?: boolean;
  readonly debug?: boolean;
}

/** What the steps hand to each other. */
interface Stage {
  database: DemoDatabase | null;
  node: DemoNode | null;
  report: CertificationReport | null;
}

function stepsOf(options: StartOptions, stage: Stage): readonly Step[] {
  const steps: Step[] = [
    {
      title: "Compile the specification",
      run: async () => lastLine(await mustSucceed("node", "generators/src/cli.ts", "generate")),
    },
    {
      title: "Open a fresh database",
      run: async () => {
        await mkdir(OUTPUT_FOLDER, { recursive: true });
        stage.database = await openDatabase(options);
        return withoutPassword(stage.database.location);
      },
    },
    { title: "Plant the clinic in it", run: () => plantClinic(databaseOf(stage)) },
    {
      title: "Start the node",
      run: async () => {
        const { location, environment } = databaseOf(stage);
        stage.node = await startDemoNode({ database: location, environment, port: options.port, log: LOG });
        return stage.node.url;
      },
    },
    {
      title: "Let an agent walk through every flow",
      run: async () =>
        lastLine(await mustSucceed("node", "examples/agent-walk/src/index.ts", "--url", urlOf(stage), "--keys", KEYS)),
    },
    {
      title: "Let two agents run the clinic",
      run: async () => {
        const args = ["--url", urlOf(stage), "--keys", KEYS, "--database", databaseOf(stage).location];
        return lastLine(await mustSucceed("node", "examples/agents/src/index.ts", ...args));
      },
    },
    {
      title: "Certify the node for CORE",
      run: async () => {
        stage.report = await certify(urlOf(stage));
        return `${stage.report.level.met} of ${stage.report.level.total} MUST met`;
      },
    },
  ];
  if (!options.keep) steps.push({ title: "Stop the node", run: () => stopAll(stage) });
  return steps;
}

function urlOf({ node }: Stage): string {
  if (node === null) throw new StepFailure("the node does not run");
  return node.url;
}

function databaseOf({ database }: Stage): DemoDatabase {
  if (database === null) throw new StepFailure("there is no database");
  return database;
}

async function openDatabase({ postgres, databaseUrl }: StartOptions): Promise<DemoDatabase> {
  if (databaseUrl !== undefined) return ownPostgres(databaseUrl);
  return postgres ? startPostgres() : sqliteFile(SQLITE_FILE);
}

/** A database as it may be shown. */
function withoutPassword(location: string): string {
  if (!URL.canParse(location)) return relative(ROOT, location);
  const url = new URL(location);
  if (url.password !== "") url.password = "…";
  return decodeURI(url.href);
}

async function plantClinic({ location }: DemoDatabase): Promise<string | undefined> {
  await rm(KEYS, { force: true });
  const args = ["seed", "examples/clinic/clinic.yaml", "--database", location, "--keys", KEYS];
  return lastLine(await mustSucceed("node", "runtime/src/cli.ts", ...args));
}

/** @throws {StepFailure} when a MUST failed, the suite itself erred, or the run did not come to its end */
async function certify(url: string): Promise<CertificationReport> {
  for (const file of [REPORT, JUNIT]) await rm(file, { force: true });
  const reports = ["--json", REPORT, "--junit", JUNIT];
  // An own node must give the exact codes; certifying a stranger's does not ask for that.
  const args = ["run", url, "--level", "core", "--credentials", KEYS, "--exact-codes", ...reports];
  const { output } = await runCommand("node", "conformance/src/cli.ts", ...args);
  const report = await readReport(output);
  const problems = problemsOf(report);
  if (problems.length > 0) {
    const where = `The whole report: ${relative(ROOT, REPORT)}`;
    throw new StepFailure(`${problems.length} problem(s)`, [verdictSummary(report), ...problems, where].join("\n"));
  }
  return report;
}

async function readReport(output: string): Promise<CertificationReport> {
  try {
    return JSON.parse(await readFile(REPORT, "utf8")) as CertificationReport;
  } catch {
    throw new StepFailure("the certification wrote no report", output);
  }
}

/** The node first: it still writes to the database while it ends what it is at. */
async function stopAll(stage: Stage): Promise<undefined> {
  const { node, database } = stage;
  stage.node = null;
  stage.database = null;
  try {
    await node?.stop();
  } finally {
    await database?.stop();
  }
}

async function main(options: StartOptions): Promise<void> {
  const stage: Stage = { database: null, node: null, report: null };
  const results = await runSteps(stepsOf(options, stage), { quiet: options.quiet === true, keepGoing: false });
  const failures = failureReport(results, wantsDebug(options));
  if (failures !== "") {
    console.error(`\n${failures}`);
    process.exitCode = 1;
  }
  if (!options.quiet) printSummary(stage);
  if (options.keep && stage.node !== null) await keepRunning(stage.node);
  await stopAll(stage);
}

function printSummary({ report }: Stage): void {
  if (report === null) return;
  console.log(`\n${verdictSummary(report)}`);
  console.log(`Reports: ${[REPORT, JUNIT].map((file) => relative(ROOT, file)).join(", ")}`);
}

async function keepRunning(node: DemoNode): Promise<void> {
  console.log(`The node runs on ${node.url}/servicialo/v1 with the keys in ${relative(ROOT, KEYS)}; Ctrl-C stops it.`);
  const asked = Promise.withResolvers<void>();
  process.once("SIGINT", () => asked.resolve());
  process.once("SIGTERM", () => asked.resolve());
  await Promise.race([asked.promise, node.ended]);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError("give a number from 0 to 65535.");
}

function postgresUrl(text: string): string {
  if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError("give a postgres:// URL.");
}

const EXAMPLES = `
Examples:
  $ pnpm start                      generate, seed, serve, walk, let agents act, certify, stop
  $ pnpm start --keep --port 3000   leave the node running until Ctrl-C
  $ pnpm start --postgres           the same on PostgreSQL, which comes from npm and is gone afterwards

What is left behind lies in .servicialo/: database, keys, log of the node, reports (JSON, JUnit).
Exit codes: 0 everything went well, 1 a step failed, 2 wrong usage.`;

await runScript(
  script("start", "Generates everything, starts a node with a demo clinic, walks through it and certifies it for CORE.")
    .option("-p, --port <number>", "port of the node, 0 for any free one", portNumber, 0)
    .option("-k, --keep", "leave the node running until Ctrl-C")
    .option("--postgres", "on a PostgreSQL server that is started for this run, instead of an SQLite file")
    .addOption(
      new Option("--database-url <url>", "on an empty PostgreSQL database of your own")
        .argParser(postgresUrl)
        .conflicts("postgres"),
    )
    .addHelpText("after", EXAMPLES)
    .action(main),
);

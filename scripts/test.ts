import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { runScript, script, wantsDebug } from "./command-line.ts";
import { failureReport, lastLine, mustSucceed, runSteps, type Step, timeTable } from "./steps.ts";
import { LONG_LOOK, OUTPUT_FOLDER } from "./workspace.ts";

const POSTGRES = "runtime/vitest.postgres.config.ts";

const STEPS: readonly Step[] = [
  {
    title: "Generated files are what the specification says",
    run: async () => lastLine(await mustSucceed("node", "generators/src/cli.ts", "check")),
  },
  { title: "Types", run: async () => void (await mustSucceed("tsc", "-p", "tsconfig.json")) },
  { title: "Lint and format", run: async () => void (await mustSucceed("biome", "check", ".", "--error-on-warnings")) },
  { title: "Unused files, exports and dependencies", run: async () => void (await mustSucceed("knip")) },
  { title: "Documents", run: async () => lastLine(await mustSucceed("node", "scripts/check-docs.ts")) },
  { title: "Figures", run: async () => lastLine(await mustSucceed("node", "scripts/readme-figures.ts")) },
  { title: "Imports", run: async () => lastLine(await mustSucceed("node", "scripts/check-imports.ts")) },
  { title: "Tests", run: () => runTests("vitest.json") },
  { title: "Tests of the node on PostgreSQL", run: () => runTests("vitest.postgres.json", "--config", POSTGRES) },
];

async function runTests(name: string, ...options: string[]): Promise<string> {
  const file = join(OUTPUT_FOLDER, name);
  await mkdir(OUTPUT_FOLDER, { recursive: true });
  await rm(file, { force: true });
  await mustSucceed("vitest", "run", ...options, "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`);
  const report = JSON.parse(await readFile(file, "utf8")) as {
    readonly numPassedTests: number;
    readonly testResults: readonly unknown[];
  };
  return `${report.numPassedTests} tests in ${report.testResults.length} files`;
}

async function main(options: { quiet?: boolean; debug?: boolean; full?: boolean }): Promise<void> {
  const quiet = options.quiet === true;
  if (options.full === true) Object.assign(process.env, LONG_LOOK);
  const results = await runSteps(STEPS, { quiet, keepGoing: true });
  const failures = failureReport(results, wantsDebug(options));
  if (failures !== "") console.error(`\n${failures}`);
  if (!quiet) console.log(`\n${timeTable(results)}`);
  if (results.some(({ outcome }) => outcome !== "passed")) process.exitCode = 1;
}

const EXAMPLES = `
Every step runs, even when one before it failed. Exit codes: 0 all passed, 1 a step failed, 2 wrong usage.`;

await runScript(
  script("test", "Checks everything: generated files, types, style, documents, figures, imports, tests.")
    .option("--full", "also every faulty node, twenty seeds on every good one, and all levels: takes hours")
    .addHelpText("after", EXAMPLES)
    .action(main),
);

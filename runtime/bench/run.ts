/**
 * The benches of the node: `pnpm bench`, or `pnpm bench -- --only operations --sessions 1000,100000`.
 *
 * Ours and what it is compared with run in the same run and in turns, so that ratios hold on a busy machine, too. Times
 * are told beside them; only ratios, and the few limits that the goals give in milliseconds, are judged.
 */
import { availableParallelism, cpus, loadavg } from "node:os";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import type { Bench, BenchOptions, Finding } from "./support/findings.ts";
import { printFindings } from "./support/findings.ts";
import { closeStages } from "./support/stage.ts";

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  operations: async () => (await import("./operations.ts")).operationsBench,
  entities: async () => (await import("./entities.ts")).entitiesBench,
  readers: async () => (await import("./readers.ts")).readersBench,
  month: async () => (await import("./month.ts")).monthBench,
  tail: async () => (await import("./tail.ts")).tailBench,
  mandates: async () => (await import("./mandates.ts")).mandatesBench,
  memory: async () => (await import("./memory.ts")).memoryBench,
  "cold-start": async () => (await import("./cold-start.ts")).coldStartBench,
  mcp: async () => (await import("./mcp.ts")).mcpBench,
};

function numbers(text: string): number[] {
  const values = text.split(",").map(Number);
  if (values.some((value) => !Number.isInteger(value) || value < 1))
    throw new InvalidArgumentError("Give whole numbers.");
  return values.toSorted((one, other) => one - other);
}

function listed(text: string): string[] {
  const names = text === "booking" ? ["operations"] : text.split(",");
  const unknown = names.find((name) => !Object.hasOwn(benches, name));
  if (unknown !== undefined) throw new InvalidArgumentError(`There are: ${Object.keys(benches).join(", ")}.`);
  return names;
}

function dialects(text: string): BenchOptions["dialects"] {
  if (text === "sqlite" || text === "postgres") return [text];
  throw new InvalidArgumentError("Give sqlite or postgres.");
}

const program = new Command("bench")
  .description("Benches of the node")
  .option("--only <benches>", `of ${Object.keys(benches).join(", ")}`, listed, Object.keys(benches))
  .option("--sessions <sizes>", "sizes of the database", numbers, [1000, 100_000, 1_000_000])
  .option("--database <kind>", "sqlite or postgres; both unless told", dialects, ["sqlite", "postgres"])
  .option("--effort <factor>", "multiplies every duration", Number, 1)
  .showHelpAfterError("(run with --help to see what is possible)")
  .exitOverride();

interface Given extends Omit<BenchOptions, "dialects"> {
  readonly only: readonly string[];
  readonly database: BenchOptions["dialects"];
}

async function run({ only, database, sessions, effort }: Given): Promise<void> {
  const findings: Finding[] = [];
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores of ${cpus()[0]?.model ?? "an unknown processor"}`,
  );
  try {
    for (const name of only) {
      const begin = performance.now();
      console.log(`\n${name}`);
      const bench = await benches[name]?.();
      findings.push(...((await bench?.({ dialects: database, sessions, effort })) ?? []));
      console.log(`  (${((performance.now() - begin) / 1000).toFixed(0)} s)`);
    }
  } finally {
    await closeStages();
  }
  printFindings(findings);
  const [load = 0] = loadavg();
  if (load > availableParallelism() + 2)
    console.log(`\nOther programs kept the machine busy (load ${load.toFixed(1)}).`);
}

try {
  await run(program.parse(process.argv.filter((argument) => argument !== "--")).opts<Given>());
} catch (error) {
  if (!(error instanceof CommanderError)) console.error(error);
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 1;
}

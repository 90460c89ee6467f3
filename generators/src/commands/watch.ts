import { dirname, relative, resolve } from "node:path";
import type { Command } from "commander";
import pc from "picocolors";
import { createSourceHost } from "../source-host.ts";
import { SpecificationError } from "../specification-error.ts";
import { watchSaves } from "../watch-saves.ts";
import { type CommandOptions, guarded, withCommonOptions } from "./command-options.ts";
import { printOutcome } from "./print-outcome.ts";
import { writeGeneration } from "./write-generation.ts";

/** Adds `watch`. */
export function addWatchCommand(program: Command): void {
  withCommonOptions(program.command("watch"))
    .description("generate again whenever a file of the specification is saved, until Ctrl-C")
    .action(guarded(watch));
}

async function watch(options: CommandOptions): Promise<void> {
  const place = { spec: resolve(options.spec), out: resolve(options.out) };
  const folder = dirname(place.spec);
  const host = createSourceHost();
  const run = async (changed: readonly string[]): Promise<void> => {
    const started = performance.now();
    warnOfCode(changed);
    try {
      printOutcome(await writeGeneration(place, { pretty: true, host }), options, started);
    } catch (error) {
      console.error(problemText(error, options));
      console.error(pc.red("Nothing was written. Waiting for the next save."));
    }
  };
  const watcher = watchSaves({ folder, except: place.out }, run);
  process.once("SIGINT", () => watcher.close());
  process.once("SIGTERM", () => watcher.close());
  console.log(`Watching ${relative(process.cwd(), folder) || "."}. Ctrl-C ends it.`);
  await watcher.closed;
  console.log("Watching ended.");
}

/** Decorators are modules of this process, which loads each of them once. */
function warnOfCode(changed: readonly string[]): void {
  const code = changed.filter((path) => !path.endsWith(".tsp"));
  if (code.length === 0) return;
  console.error(pc.yellow(`${code.join(", ")} changed, which is code. Mend: end watch and start it again.`));
}

function problemText(error: unknown, { debug }: CommandOptions): string {
  if (error instanceof SpecificationError) return error.message;
  const problem = error instanceof Error ? error : new Error(String(error));
  return debug ? (problem.stack ?? problem.message) : `servicialo-gen: ${problem.message}`;
}

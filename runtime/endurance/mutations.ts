import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onServer, startPostgresServer, type TestServer } from "../src/testing/postgres-server.ts";
import { hunt } from "./mutations/hunt.ts";
import { type Mutant, mutants } from "./mutations/mutants.ts";
import { enduranceScript, type RunOptions, runEndurance, wholeNumber } from "./script.ts";

interface Options extends RunOptions {
  readonly within: number;
  readonly only?: string;
}

/** A node that lacks nothing is watched for so long, in seconds. */
const CONTROL_SECONDS = 15;

/** Databases for mutants: a file each, or a database each on one server. */
class Grounds {
  #server: TestServer | undefined;
  #made = 0;

  async use<Result>({ database }: Mutant, work: (location: string) => Promise<Result>): Promise<Result> {
    this.#made += 1;
    if (database === "postgres") {
      this.#server ??= await startPostgresServer();
      await onServer(this.#server.url("postgres"), `create database mutant_${this.#made}`);
      return work(this.#server.url(`mutant_${this.#made}`));
    }
    const folder = await mkdtemp(join(tmpdir(), "servicialo-mutant-"));
    try {
      return await work(join(folder, "node.db"));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async close(): Promise<void> {
    await this.#server?.stop();
  }
}

async function main({ within, only, seed }: Options): Promise<void> {
  const chosen = mutants.filter(({ id }) => only === undefined || id.includes(only));
  const grounds = new Grounds();
  const wrong: string[] = [];
  try {
    for (const mutant of chosen) {
      const { id, lacks, mustSurvive = false } = mutant;
      const patience = mustSurvive ? Math.min(within, CONTROL_SECONDS) : within;
      const caught = await grounds.use(mutant, (location) => hunt(mutant, { location, within: patience, seed }));
      const how = caught
        ? `caught after ${caught.seconds.toFixed(1)} s, round ${caught.rounds}: ${caught.by.slice(0, 160)}`
        : `not caught in ${patience} s`;
      console.log(`${mutant.database.padEnd(8)}  ${id} (without ${lacks}): ${how}`);
      if ((caught === null) !== mustSurvive) wrong.push(id);
    }
  } finally {
    await grounds.close();
  }
  if (wrong.length > 0)
    throw new Error(`${wrong.length} of ${chosen.length} mutants came out otherwise: ${wrong.join("; ")}`);
  const controls = chosen.filter(({ mustSurvive }) => mustSurvive).length;
  console.log(
    `${chosen.length - controls} of ${chosen.length - controls} mutants caught within ${within} s each, ${controls} controls left alone, seed ${seed}`,
  );
}

if (import.meta.main) {
  await runEndurance(
    enduranceScript(
      "mutations",
      "Takes each lock, overlap check and constraint away; contention has to notice. Each mutant names its own database.",
    )
      .option("--within <seconds>", "after which a mutant has escaped", wholeNumber, 60)
      .option("--only <text>", "mutants whose names contain it")
      .action(main),
  );
}

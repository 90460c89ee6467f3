import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { onServer } from "../../src/testing/postgres-server.ts";
import { Chance } from "../chance.ts";
import { Bookers } from "../contend/bookers.ts";
import { withNodes } from "../town/arena.ts";
import { plantTown } from "../town/plant.ts";
import { HUNTING_GROUND, hunts } from "./hunts.ts";
import type { Mutant } from "./mutants.ts";

/** How a mutant was caught. */
export interface Caught {
  /** The promise that was seen broken. */
  readonly by: string;
  /** Seconds from the first round on. */
  readonly seconds: number;
  readonly rounds: number;
}

/** How a hunt goes on. */
export interface HuntOptions {
  /** An empty database of the mutant's kind. */
  readonly location: string;
  /** Seconds after which it has escaped. */
  readonly within: number;
  readonly seed: number;
}

const PRELOAD = new URL("./preload.ts", import.meta.url).href;

/**
 * Starts nodes that lack a protection and puts them under contention until a promise is seen broken; null: it escaped.
 * @throws {Error} when the mutation did not take
 */
export async function hunt(mutant: Mutant, { location, within, seed }: HuntOptions): Promise<Caught | null> {
  const town = await plantTown(location, HUNTING_GROUND);
  for (const statement of mutant.sql ?? []) await onServer(location, statement);
  return mutated(mutant, () =>
    withNodes(town, { processes: 2 }, async (arena) => {
      const bookers = await Bookers.start(arena, 2);
      const began = performance.now();
      const seconds = () => (performance.now() - began) / 1000;
      try {
        for (let round = 0; seconds() < within; round += 1) {
          try {
            const field = { town, bookers, chance: new Chance(seed + round) };
            await answeredWithin(within - seconds(), hunts[mutant.hunt](field, round * 8));
          } catch (error) {
            return { by: (error as Error).message, seconds: seconds(), rounds: round + 1 };
          }
        }
        return null;
      } finally {
        await bookers.stop();
      }
    }),
  );
}

/** How long a round may take that has to be answered, in seconds; less when the hunt is over before. */
const LONGEST_ROUND = 30;

/** @throws {Error} when a round is not answered: a node that hangs has broken its promises, too */
async function answeredWithin(seconds: number, round: Promise<unknown>): Promise<void> {
  const stop = new AbortController();
  const given = Math.min(LONGEST_ROUND, seconds);
  const silence = pause(given * 1000, undefined, { signal: stop.signal }).then(() => {
    if (given === LONGEST_ROUND) throw new Error(`nodes that do not answer for ${LONGEST_ROUND} s`);
  });
  try {
    await Promise.race([round, silence]);
  } finally {
    stop.abort();
    // What comes of the loser is of no interest any more.
    silence.catch(() => undefined);
    round.catch(() => undefined);
  }
}

/** Does the work while every node that is started has the mutant's lines; every edit must have been made in every node. */
async function mutated<Result>({ id, edits }: Mutant, work: () => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "servicialo-mutant-"));
  const log = join(folder, "made");
  process.env["NODE_OPTIONS"] = `--import=${PRELOAD}`;
  process.env["SERVICIALO_MUTATION"] = JSON.stringify(edits);
  process.env["SERVICIALO_MUTATION_LOG"] = log;
  try {
    const result = await work();
    const made = edits.length === 0 ? [] : (await readFile(log, "utf8")).trim().split("\n");
    const processes = new Set(made.map((line) => line.split(" ")[0]));
    if (edits.length > 0 && (processes.size < 2 || made.length !== processes.size * edits.length))
      throw new Error(`${id}: ${made.length} edits were made in ${processes.size} processes`);
    return result;
  } finally {
    for (const name of ["NODE_OPTIONS", "SERVICIALO_MUTATION", "SERVICIALO_MUTATION_LOG"]) delete process.env[name];
    await rm(folder, { recursive: true, force: true });
  }
}

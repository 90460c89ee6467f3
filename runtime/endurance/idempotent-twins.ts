import { Chance } from "./chance.ts";
import { Bookers } from "./contend/bookers.ts";
import { sameKey } from "./contend/other-rounds.ts";
import { runAtPlace } from "./place.ts";
import { type DatabaseOptions, enduranceOnDatabase, runEndurance, wholeNumber } from "./script.ts";
import { inArena } from "./town/arena.ts";

/** Sizes of a run. */
export interface TwinOptions {
  /** An empty database: a path, or a `postgres://` URL. */
  readonly location: string;
  readonly processes: number;
  /** Requests under one key at the same moment. */
  readonly twins: number;
  readonly rounds: number;
  readonly seed: number;
}

/**
 * Sends the same request under one key many times at once: one effect, and everybody gets the same bytes.
 * @throws {Error} when there were more effects, or an answer differs
 */
export async function idempotentTwins({ twins, rounds, seed, ...options }: TwinOptions): Promise<{ answers: number }> {
  const size = { providers: 2, clients: 20, rooms: [] };
  return inArena({ ...options, size }, async (arena) => {
    const bookers = await Bookers.start(arena, 2);
    const field = { town: arena.town, bookers, chance: new Chance(seed) };
    try {
      for (let round = 0; round < rounds; round += 1) await sameKey(field, round, twins);
      return { answers: rounds * twins * 2 };
    } finally {
      await bookers.stop();
    }
  });
}

async function main(options: DatabaseOptions & Omit<TwinOptions, "location">): Promise<void> {
  await runAtPlace(options, async ({ location }) => {
    const { answers } = await idempotentTwins({ ...options, location });
    return [
      `${options.twins} twins under one key x ${options.rounds} rounds, two kinds of request: one effect each, ${answers} answers, the same bytes`,
    ];
  });
}

if (import.meta.main) {
  await runEndurance(
    enduranceOnDatabase(
      "idempotent-twins",
      "Sends one request under one key many times at once; it has one effect and one answer.",
    )
      .option("--processes <number>", "node processes on the database", wholeNumber, 2)
      .option("--twins <number>", "requests under one key", wholeNumber, 200)
      .option("--rounds <number>", "keys", wholeNumber, 50)
      .action(main),
  );
}

import { Chance } from "./chance.ts";
import { Bookers } from "./contend/bookers.ts";
import { dailyLimit, revocation } from "./contend/other-rounds.ts";
import { runAtPlace } from "./place.ts";
import { type DatabaseOptions, enduranceOnDatabase, runEndurance, wholeNumber } from "./script.ts";
import { inArena } from "./town/arena.ts";
import { inspect } from "./town/inspect.ts";

/** Sizes of a run. */
export interface MandateRaceOptions {
  /** An empty database: a path, or a `postgres://` URL. */
  readonly location: string;
  readonly processes: number;
  /** Mandates that are revoked while their agent calls. */
  readonly revocations: number;
  /** Calls at the same moment: so many while a mandate is revoked, and so many after. */
  readonly calls: number;
  /** Mandates with a daily limit. */
  readonly limits: number;
  /** Calls at once under a limited mandate; a quarter of them is allowed. */
  readonly crowd: number;
  readonly seed: number;
}

/** What came of a run. */
export interface MandateRaceFigures {
  readonly races: number;
  /** Calls that came in before the revocation. */
  readonly allowed: number;
  readonly refused: number;
  readonly counted: number;
}

/**
 * Revokes mandates while their agents call, and lets agents with a daily limit call more often than they may at once.
 * @throws {Error} for a call that was let in after its mandate was revoked, and for one too many or too few in a day
 */
export async function mandateRaces(options: MandateRaceOptions): Promise<MandateRaceFigures> {
  const size = { providers: 6, clients: 40, rooms: [], agents: 2 };
  return inArena({ ...options, size }, async (arena) => {
    const bookers = await Bookers.start(arena, 2);
    const field = { town: arena.town, bookers, chance: new Chance(options.seed) };
    let [allowed, refused, counted] = [0, 0, 0];
    try {
      for (let round = 0; round < options.revocations; round += 1) {
        const race = await revocation(field, round, options.calls);
        allowed += race.allowed;
        refused += race.refused;
      }
      const limit = Math.floor(options.crowd / 4);
      for (let round = 0; round < options.limits; round += 1) {
        // At times of their own, behind those of the revocations.
        counted += (await dailyLimit(field, options.revocations + round, { limit, calls: options.crowd })).booked;
      }
      await inspect(arena.town.location);
    } finally {
      await bookers.stop();
    }
    return { races: options.revocations * options.calls, allowed, refused, counted };
  });
}

async function main(options: DatabaseOptions & Omit<MandateRaceOptions, "location">): Promise<void> {
  await runAtPlace(options, async ({ location }) => {
    const { races, allowed, refused, counted } = await mandateRaces({ ...options, location });
    return [
      `${races} calls raced ${options.revocations} revocations: ${allowed} came in before, ${refused} were refused; ${races} calls after them: 0 leaks`,
      `${options.limits} daily limits at ${options.crowd} calls at once: exactly ${counted} in all`,
      "audit trail verifies",
    ];
  });
}

if (import.meta.main) {
  await runEndurance(
    enduranceOnDatabase("mandate-races", "Revokes mandates while their agents call, and exhausts daily limits at once.")
      .option("--processes <number>", "node processes on the database", wholeNumber, 2)
      .option("--revocations <number>", "mandates revoked under way", wholeNumber, 1000)
      .option("--calls <number>", "calls beside each revocation, and after it", wholeNumber, 10)
      .option("--limits <number>", "mandates with a daily limit", wholeNumber, 10)
      .option("--crowd <number>", "calls at once under a limit", wholeNumber, 200)
      .action(main),
  );
}

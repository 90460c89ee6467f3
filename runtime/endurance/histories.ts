import { type Database, openDatabase } from "../src/storage/open-database.ts";
import { Chance } from "./chance.ts";
import { faultOf } from "./history/checker.ts";
import { finished, type Lane, makeHistory, type Unfinished } from "./history/lane.ts";
import { TownCaller } from "./load/town-caller.ts";
import { runAtPlace } from "./place.ts";
import { type DatabaseOptions, enduranceOnDatabase, runEndurance, wholeNumber } from "./script.ts";
import { type Arena, inArena } from "./town/arena.ts";
import { inspect } from "./town/inspect.ts";

/** Sizes of a run. */
export interface HistoryOptions {
  /** An empty database: a path, or a `postgres://` URL. */
  readonly location: string;
  readonly processes: number;
  readonly histories: number;
  /** Histories under way at the same moment. */
  readonly lanes: number;
  readonly seed: number;
  readonly onBatch?: (checked: number) => void;
}

/** What came of a run. */
export interface HistoryFigures {
  readonly histories: number;
  readonly calls: number;
  /** How many of the calls ended in each way. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly sessions: number;
  readonly moves: number;
}

const DAY_MS = 86_400_000;

/** Histories of a lane that are checked together. */
const BATCH = 25;

/**
 * Records random histories of callers who book, confirm, move, call off and begin sessions side by side, and looks for an
 * explanation of each.
 * @throws {Error} naming the history that has none, or what is stored and must not be
 */
export function histories(options: HistoryOptions): Promise<HistoryFigures> {
  const { lanes } = options;
  const size = { providers: 2 * lanes, clients: 2 * lanes, rooms: [] };
  return inArena({ ...options, size }, (arena) => record(arena, options));
}

async function record(
  arena: Arena,
  { histories: wanted, lanes, seed, onBatch }: HistoryOptions,
): Promise<HistoryFigures> {
  const { town, urls } = arena;
  const database = await openDatabase({ location: town.location, migrate: false });
  const from = Math.ceil((Date.now() + 2 * DAY_MS) / DAY_MS) * DAY_MS;
  const caller = new TownCaller(town);
  const outcomes: Record<string, number> = {};
  let [begun, checked, calls] = [0, 0, 0];
  const drive = async (lane: Lane) => {
    for (let n = 0; begun < wanted; ) {
      const batch: Unfinished[] = [];
      for (; batch.length < BATCH && begun < wanted; n += 1) {
        begun += 1;
        batch.push(await makeHistory(lane, n));
      }
      await check(database, batch, seed);
      for (const { outcome } of batch.flatMap((one) => one.calls)) {
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        calls += 1;
      }
      checked += batch.length;
      onBatch?.(checked);
    }
  };
  try {
    const all = Array.from({ length: lanes }, (_, lane) =>
      drive({ town, urls, caller, chance: new Chance(seed * 1000 + lane), lane, from }),
    );
    await Promise.all(all);
  } finally {
    await database.close();
  }
  const { sessions, moves } = await inspect(town.location);
  return { histories: checked, calls, outcomes, sessions, moves };
}

async function check(database: Database, batch: readonly Unfinished[], seed: number): Promise<void> {
  const ids = batch.flatMap(({ names }) => [...names.keys()]);
  const rows = await database.read(({ db }) =>
    db.selectFrom("sessions").select(["id", "state", "startsAt"]).where("id", "in", ids).execute(),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const one of batch) {
    const fault = faultOf(finished(one, byId));
    if (fault !== null) throw new Error(`seed ${seed}: ${fault}`);
  }
}

async function main(options: DatabaseOptions & Omit<HistoryOptions, "location" | "onBatch">): Promise<void> {
  await runAtPlace(options, async ({ location, elapsed }) => {
    const onBatch = (checked: number) => {
      if (checked % 1000 < BATCH) console.error(`${elapsed()} s: ${checked} of ${options.histories} histories`);
    };
    const figures = await histories({ ...options, location, onBatch });
    const ended = Object.entries(figures.outcomes).map(([outcome, count]) => `${count} ${outcome}`);
    return [
      `${figures.histories} histories of ${figures.calls} calls (${ended.join(", ")}) on ${options.processes} nodes: each has an explanation`,
      `${figures.sessions} sessions, 0 double bookings; ${figures.moves} moves, 0 illegal`,
    ];
  });
}

if (import.meta.main) {
  await runEndurance(
    enduranceOnDatabase(
      "histories",
      "Records what concurrent callers were answered, and looks for an order that explains it.",
    )
      .option("--processes <number>", "node processes on the database", wholeNumber, 2)
      .option("--histories <number>", "how many", wholeNumber, 100_000)
      .option("--lanes <number>", "histories under way at the same moment", wholeNumber, 6)
      .action(main),
  );
}

import { CompiledQuery } from "kysely";
import { verifyAudit } from "../src/audit/verify-audit.ts";
import { type Database, openDatabase } from "../src/storage/open-database.ts";
import { type Trail, tamperings } from "./audit/tamper.ts";
import { Chance } from "./chance.ts";
import { Bookers } from "./contend/bookers.ts";
import { mandateFor, readingCall } from "./contend/other-rounds.ts";
import { bookingOf, countOf, slotOf } from "./contend/rounds.ts";
import { runAtPlace } from "./place.ts";
import { type DatabaseOptions, enduranceOnDatabase, runEndurance, wholeNumber } from "./script.ts";
import { inArena } from "./town/arena.ts";

/** Sizes of a run. */
export interface TamperingOptions {
  /** An empty database: a path, or a `postgres://` URL. */
  readonly location: string;
  /** How often somebody changes the trail. */
  readonly forgeries: number;
  readonly seed: number;
}

/** What came of a run. */
export interface TamperingFigures {
  readonly entries: number;
  /** Forgeries that the verification found, by their kinds. */
  readonly found: Readonly<Record<string, number>>;
  /** Forgeries that a key of the database refused already. */
  readonly refused: number;
}

const MANDATES = 4;
const CALLS = 6;

/**
 * Changes a trail behind the node's back, each time in one random way from the same honest one, and verifies it.
 * @throws {Error} naming a change that was not found, or a fault in the honest trail
 */
export async function auditTampering({ location, forgeries, seed }: TamperingOptions): Promise<TamperingFigures> {
  await makeTrail(location, seed);
  const database = await openDatabase({ location, migrate: false });
  try {
    await dropTriggers(database);
    const trail = await honestTrail(database);
    const chance = new Chance(seed);
    const found: Record<string, number> = {};
    let refused = 0;
    for (let n = 0; n < forgeries; n += 1) {
      const kind = chance.of(Object.keys(tamperings) as (keyof typeof tamperings)[]);
      if (await isFound(database, kind, { trail, chance })) found[kind] = (found[kind] ?? 0) + 1;
      else refused += 1;
    }
    await honestTrail(database);
    return { entries: trail.entries.length, found, refused };
  } finally {
    await database.close();
  }
}

/** Agents act, some of what they do is refused. */
async function makeTrail(location: string, seed: number): Promise<void> {
  const size = { providers: 2, clients: 2, rooms: [], agents: 2 };
  await inArena({ location, processes: 1, size }, async (arena) => {
    const bookers = await Bookers.start(arena, 1);
    const field = { town: arena.town, bookers, chance: new Chance(seed) };
    try {
      const [booked] = await bookers.send([bookingOf(arena.town, { client: 0, provider: 0, startsAt: slotOf(0) })]);
      const sessionId: string = JSON.parse(booked?.text ?? "{}").data.id;
      for (let n = 0; n < MANDATES; n += 1) {
        const agent = n % 2;
        const mandateId = await mandateFor(field, agent, { max_actions_per_day: CALLS - 1 });
        const call = readingCall(field, agent, { mandateId, sessionId });
        countOf(await bookers.send(Array.from({ length: CALLS }, () => call)), ["CONSTRAINT_VIOLATED"]);
      }
    } finally {
      await bookers.stop();
    }
  });
}

/** A forger owns the database. */
async function dropTriggers(database: Database): Promise<void> {
  await database.transaction(async ({ db }) => {
    for (const table of ["audit_entries", "audit_anchors"]) {
      const statements =
        database.dialect === "postgres"
          ? [`alter table "${table}" disable trigger user`]
          : ["update", "delete"].map((change) => `drop trigger "${table}_no_${change}"`);
      for (const statement of statements) await db.executeQuery(CompiledQuery.raw(statement));
    }
  });
}

/** @throws {Error} when the trail does not verify */
async function honestTrail(database: Database): Promise<Trail> {
  return database.read(async (tx) => {
    const { faults } = await verifyAudit(tx);
    if (faults.length > 0) throw new Error(`The honest trail has ${faults.length} faults: ${faults[0]?.what}`);
    return {
      entries: await tx.db.selectFrom("audit_entries").selectAll().orderBy("position").execute(),
      anchors: await tx.db.selectFrom("audit_anchors").selectAll().orderBy("seq").execute(),
    };
  });
}

class Undone extends Error {
  readonly told: string;
  readonly faults: number;

  constructor(told: string, faults: number) {
    super("undone");
    this.told = told;
    this.faults = faults;
  }
}

/** Forges, verifies, and undoes it; false when the database refused. @throws {Error} when it was not found */
async function isFound(
  database: Database,
  kind: keyof typeof tamperings,
  { trail, chance }: { trail: Trail; chance: Chance },
): Promise<boolean> {
  const forging = database.transaction(async (tx) => {
    const told = await tamperings[kind]({ ...trail, tx, chance });
    throw new Undone(told, (await verifyAudit(tx)).faults.length);
  });
  const outcome = await forging.catch((error: unknown) => error);
  if (!(outcome instanceof Undone)) return refusedByKey(outcome);
  if (outcome.faults === 0) throw new Error(`${kind} was not found: ${outcome.told}`);
  return true;
}

/** A key or a reference of the database stood in the way: false. @throws anything else */
function refusedByKey(error: unknown): false {
  const { code = "" } = error as { code?: string };
  if (/^(23503|23505|SQLITE_CONSTRAINT.*)$/.test(code)) return false;
  throw error;
}

async function main(options: DatabaseOptions & { forgeries: number }): Promise<void> {
  const { forgeries, seed } = options;
  await runAtPlace(options, async ({ location }) => {
    const { entries, found, refused } = await auditTampering({ location, forgeries, seed });
    const kinds = Object.entries(found).map(([kind, count]) => `${count} x ${kind}`);
    const byDatabase = refused > 0 ? `; ${refused} refused by the database itself` : "";
    return [`${forgeries} changes of a trail of ${entries} entries: all found (${kinds.join(", ")}${byDatabase})`];
  });
}

if (import.meta.main) {
  await runEndurance(
    enduranceOnDatabase(
      "audit-tampering",
      "Changes the trail of the agents behind the node's back; every change has to be found.",
    )
      .option("--forgeries <number>", "how often", wholeNumber, 10_000)
      .action(main),
  );
}

import type { Kysely } from "kysely";
import type { Tables } from "./entities/index.ts";
import type { Tx } from "./open-database.ts";
import { preparedQuery } from "./prepared-query.ts";

/**
 * The tables whose rows are locked, each by the prefix of its ids, in the order in which a transaction takes them: a
 * session before its order, and both before the calendars it occupies. Whoever locks in another order can end in a deadlock, which PostgreSQL
 * breaks and the node then runs anew.
 */
const LOCK_ORDER = [
  ["ses", "sessions"],
  ["ord", "service_orders"],
  ["pin", "payment_intents"],
  ["sal", "sales"],
  ["prv", "providers"],
  ["res", "resources"],
  ["cli", "clients"],
] as const satisfies readonly (readonly [string, keyof Tables])[];

/** Values of a call that may be ids are no longer than this. */
const LONGEST_ID = 64;

/**
 * Makes every other writer wait that needs one of these rows, until this transaction ends. What is read after it is
 * what the writers before have left. On PostgreSQL by row locks, table by table and sorted by id; on SQLite writers take
 * turns anyway. Ids that are not this organization's, or nobody's, lock nothing.
 *
 * `FOR NO KEY UPDATE` excludes every other holder of the lock, and lets rows that refer to these be inserted meanwhile.
 */
export async function lockRows(tx: Tx, organizationId: string, ids: Iterable<string>): Promise<void> {
  if (tx.dialect !== "postgres") return;
  const wanted = Map.groupBy(new Set(ids), (id) => id.slice(0, 3));
  for (const [prefix, table] of LOCK_ORDER) {
    const mine = wanted.get(prefix);
    if (mine) await lockedRowsOf[table].all(tx, { organizationId, ids: mine });
  }
}

/** Locks one row, or answers false at once when somebody else holds it. True on SQLite, where nobody else can. */
export async function tryToLock(tx: Tx, organizationId: string, id: string): Promise<boolean> {
  const table = LOCK_ORDER.find(([prefix]) => prefix === id.slice(0, 3))?.[1];
  if (tx.dialect !== "postgres" || table === undefined) return true;
  const mine = { organizationId, ids: [id] };
  if (await rowsOf(tx.db, table, mine).forNoKeyUpdate().skipLocked().executeTakeFirst()) return true;
  return (await rowsOf(tx.db, table, mine).executeTakeFirst()) === undefined;
}

/** Every id that a call names in its attributes and parameters, alone or in a list. */
export function idsIn(input: object): string[] {
  const known = new Set<string>(LOCK_ORDER.map(([prefix]) => prefix));
  return Object.values(input)
    .flat()
    .filter((value): value is string => typeof value === "string" && value.length <= LONGEST_ID)
    .filter((value) => value[3] === "_" && known.has(value.slice(0, 3)));
}

type LockedTable = (typeof LOCK_ORDER)[number][1];

interface Wanted {
  readonly organizationId: string;
  readonly ids: readonly string[];
}

function rowsOf(db: Kysely<Tables>, table: LockedTable, { organizationId, ids }: Wanted) {
  return db
    .selectFrom(table)
    .select("id")
    .where("organizationId", "=", organizationId)
    .where("id", "in", ids)
    .orderBy("id");
}

const lockedRowsOf = Object.fromEntries(
  LOCK_ORDER.map(([, table]) => [
    table,
    preparedQuery((db, wanted: Wanted) => rowsOf(db, table, wanted).forNoKeyUpdate(), "ids"),
  ]),
) as Record<LockedTable, ReturnType<typeof preparedQuery<Wanted, { id: string }>>>;

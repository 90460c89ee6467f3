import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import { verifyAudit } from "../src/audit/verify-audit.ts";
import { verifyLedger } from "../src/billing/verify-ledger.ts";
import { copyDatabase, pagesOf, primaryKeyOf } from "../src/storage/copy-database.ts";
import { entities, type Tables } from "../src/storage/entities/index.ts";
import { openDatabase, type Tx } from "../src/storage/open-database.ts";
import { TestAgent } from "../src/testing/agents.ts";
import { Clinic, succeeded } from "../src/testing/clinic.ts";
import { newPlace } from "./place.ts";
import { type DatabaseOptions, enduranceOnDatabase, runEndurance, wholeNumber } from "./script.ts";

export interface CopyOptions {
  /** An empty database that everything is copied into. */
  readonly target: string;
  /** Sessions that the source holds at least. */
  readonly sessions: number;
  /** Calls of agents, each with its entry in the audit trail. */
  readonly calls: number;
}

export interface CopyFigures {
  readonly sessions: number;
  readonly rows: number;
  readonly auditEntries: number;
  /** Seconds that the copy itself took. */
  readonly seconds: number;
}

/** How far apart the copies of one session lie: a week, so that no calendar holds two of them at once. */
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Sessions that are really played, from which the others are derived. */
const PLAYED = [
  "verified",
  "charged",
  "documented",
  "delivered",
  "confirmed",
  "scheduled",
  "cancelled",
  "disputed",
] as const;

/**
 * Fills a node's database with so many sessions, copies it, and holds the copy against the original: every row of every
 * table, the chains of the audit trail with their heads, and every figure of money.
 * @throws {Error} naming the first rows that differ, or what does not verify
 */
export async function copyMany({ target, sessions, calls }: CopyOptions): Promise<CopyFigures> {
  const clinic = await Clinic.open();
  const { database, config } = clinic.demo.node.services;
  try {
    await play(clinic, calls);
    await clinic.demo.node.close();
    await multiply(config.database, sessions);
    const began = performance.now();
    const copied = await copyDatabase(config.database, target);
    const seconds = (performance.now() - began) / 1000;
    const rows = await compare(config.database, target);
    const auditEntries = await examine(config.database, target);
    return { sessions: copied["sessions"] ?? 0, rows, auditEntries, seconds };
  } finally {
    await clinic.close();
    await database.close().catch(() => undefined);
  }
}

async function play(clinic: Clinic, calls: number): Promise<void> {
  const ids: string[] = [];
  for (const state of PLAYED) ids.push(await clinic.sessionIn(state));
  const agent = await TestAgent.for(clinic, "organization", { scopes: ["service:read"] });
  for (let call = 0; call < calls; call++) {
    succeeded(await agent.call("service.get", { service_id: ids[call % ids.length] ?? "" }));
  }
}

/** Rows of one table that belong to a session, and what has to differ in a copy of them. */
interface Derived {
  readonly table: keyof Tables;
  /** Columns that hold ids of what is copied along. */
  readonly ids: readonly string[];
  /** Columns that hold the id of a session; its own id, for sessions. */
  readonly session: string;
  readonly only?: RawBuilder<unknown>;
}

/** Columns of a session that say when something was or will be. */
const MOMENTS = [
  "starts_at",
  "ends_at",
  "occupied_until",
  "scheduled_for",
  "requested_at",
  "checkin_at",
  "checkout_at",
];

const DERIVED: readonly Derived[] = [
  { table: "sessions", ids: ["id"], session: "id" },
  { table: "transitions", ids: ["session_id"], session: "session_id" },
  // What is sealed is bound to its id, and cannot be derived.
  { table: "evidence", ids: ["id", "session_id"], session: "session_id", only: sql`"sealed_data" is null` },
  { table: "exception_records", ids: ["id", "session_id"], session: "session_id" },
];

/** Makes many sessions of the played ones, in the database itself: each copy a week before the last, with what belongs to it. */
async function multiply(location: string, sessions: number): Promise<void> {
  const database = await openDatabase({ location });
  try {
    await database.transaction(async (tx) => {
      const copies = Math.ceil(sessions / PLAYED.length);
      const originals = sql`(select "id" from "sessions" where "id" not like '%#%')`;
      for (const one of DERIVED) await derive(tx, one, { copies, originals });
      await deriveSales(tx, copies);
      await deriveEvents(tx, copies);
    });
  } finally {
    await database.close();
  }
}

interface Many {
  readonly copies: number;
  readonly originals: RawBuilder<unknown>;
}

async function derive(tx: Tx, { table, ids, session, only }: Derived, { copies, originals }: Many): Promise<void> {
  const columns = columnsOf(table);
  const values = columns.map((column) => {
    if (ids.includes(column)) return derivedId(column);
    const isMoment = table === "sessions" && MOMENTS.includes(column);
    return isMoment ? sql`${sql.ref(column)} - n * ${sql.lit(WEEK_MS)}` : sql.ref(column);
  });
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    with recursive "numbers"(n) as (select cast(1 as bigint) union all select n + 1 from "numbers" where n < ${sql.lit(copies)})
    select ${sql.join(values)} from ${sql.table(table)}, "numbers"
    where ${sql.ref(session)} in ${originals} and ${sql.ref(ids[0] ?? "id")} not like '%#%' and ${only ?? sql`1 = 1`}`.execute(
    tx.db,
  );
}

/** Sales with the sessions that they charge. */
async function deriveSales(tx: Tx, copies: number): Promise<void> {
  const originals = sql`(select "sale_id" from "sale_sessions" where "sale_id" not like '%#%')`;
  await derive(tx, { table: "sales", ids: ["id"], session: "id" }, { copies, originals });
  await derive(
    tx,
    { table: "sale_sessions", ids: ["sale_id", "session_id"], session: "sale_id" },
    { copies, originals },
  );
}

/** Events are numbered without gaps in each organization. */
async function deriveEvents(tx: Tx, copies: number): Promise<void> {
  const columns = columnsOf("events");
  const values = columns.map((column) => {
    if (column === "id" || column === "session_id") return derivedId(column);
    return column === "seq" ? sql`"seq" + n * "most"` : sql.ref(column);
  });
  await sql`insert into "events" (${sql.join(columns.map((column) => sql.ref(column)))})
    with recursive "numbers"(n) as (select cast(1 as bigint) union all select n + 1 from "numbers" where n < ${sql.lit(copies)}),
    "played" as (select "events".*, max("seq") over (partition by "organization_id") as "most" from "events")
    select ${sql.join(values)} from "played", "numbers"`.execute(tx.db);
  await sql`update "event_counters" set "last_seq" = (select max("seq") from "events" where "events"."organization_id" = "event_counters"."organization_id")`.execute(
    tx.db,
  );
}

function derivedId(column: string): RawBuilder<unknown> {
  return sql`${sql.ref(column)} || '#' || cast(n as text)`;
}

function columnsOf(table: keyof Tables): string[] {
  const entity = entities.find(({ meta }) => meta.tableName === table);
  const names = Object.keys(entity?.meta.properties ?? {});
  return names.map((name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
}

/** Holds every row of every table against its copy; answers how many there are. */
async function compare(from: string, to: string): Promise<number> {
  const source = await openDatabase({ location: from, migrate: false });
  const target = await openDatabase({ location: to, migrate: false });
  let rows = 0;
  try {
    for (const { meta } of entities) {
      const table = meta.tableName as keyof Tables;
      const [original, copy] = await Promise.all([source, target].map((one) => one.read((tx) => digestsOf(tx, table))));
      const differing = [...(original ?? [])].filter(([key, digest]) => copy?.get(key) !== digest).map(([key]) => key);
      if (differing.length > 0 || original?.size !== copy?.size) {
        throw new Error(
          `${table}: ${original?.size} rows became ${copy?.size}, ${differing.length} differ: ${differing.slice(0, 3).join(", ")}`,
        );
      }
      rows += original?.size ?? 0;
    }
    return rows;
  } finally {
    await source.close();
    await target.close();
  }
}

/** The digest of every row by its primary key. */
async function digestsOf(tx: Tx, table: keyof Tables): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  const key = primaryKeyOf(table);
  for await (const page of pagesOf(tx, table)) {
    for (const row of page) {
      const text = JSON.stringify(sorted(row));
      digests.set(JSON.stringify(key.map((column) => row[column])), createHash("sha256").update(text).digest("base64"));
    }
  }
  return digests;
}

/** The same with the members of every object in one order: a database may keep JSON in another than it got it. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

/** The chains of the trail and the figures of money, in the copy as in the original; answers how many entries there are. */
async function examine(from: string, to: string): Promise<number> {
  const [original, copy] = [await examined(from), await examined(to)];
  const faults = [...copy.audit.faults, ...copy.ledger.differences];
  if (faults.length > 0) throw new Error(`The copy does not verify: ${JSON.stringify(faults.slice(0, 3))}`);
  if (JSON.stringify(copy.audit.heads) !== JSON.stringify(original.audit.heads))
    throw new Error("The audit heads differ.");
  if (copy.audit.entries === 0 || copy.audit.entries !== original.audit.entries)
    throw new Error("Audit entries are missing.");
  return copy.audit.entries;
}

async function examined(location: string) {
  const database = await openDatabase({ location, migrate: false });
  try {
    return await database.read(async (tx) => ({ audit: await verifyAudit(tx), ledger: await verifyLedger(tx) }));
  } finally {
    await database.close();
  }
}

async function main({
  database,
  sessions,
  calls,
}: DatabaseOptions & { sessions: number; calls: number }): Promise<void> {
  const place = await newPlace(database);
  try {
    const figures = await copyMany({ target: place.location, sessions, calls });
    console.log(
      `db copy sqlite -> ${database}: ${figures.sessions} sessions, ${figures.rows} rows in ${figures.seconds.toFixed(1)} s, every row the same, ${figures.auditEntries} audit entries and every head verified, every figure of money recomputed`,
    );
  } finally {
    await place.remove();
  }
}

if (import.meta.main) {
  await runEndurance(
    enduranceOnDatabase(
      "copy-database",
      "Copies a database of many sessions, and holds every row against the original.",
    )
      .option("--sessions <number>", "sessions in the source", wholeNumber, 100_000)
      .option("--calls <number>", "calls of agents in its audit trail", wholeNumber, 500)
      .action(main),
  );
}

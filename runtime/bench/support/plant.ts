import BetterSqlite from "better-sqlite3";
import pg from "pg";
import { DAY, FREE_FROM, NOW, PROVIDERS, SESSION_MS } from "./clinic.ts";
import { bookingRequest, operations } from "./operations.ts";
import { type Stage, withNode } from "./stage.ts";

/** Runs statements on the database itself, beside the node. */
export interface Bulk {
  all(sql: string): Promise<Record<string, unknown>[]>;
  run(sql: string): Promise<void>;
  close(): Promise<void>;
}

export async function openBulk(stage: Pick<Stage, "dialect" | "location">): Promise<Bulk> {
  return stage.dialect === "sqlite" ? bulkOnFile(stage.location) : bulkOnServer(stage.location);
}

function bulkOnFile(location: string): Bulk {
  const file = new BetterSqlite(location);
  file.pragma("synchronous = off");
  file.pragma("cache_size = -300000");
  file.pragma("temp_store = memory");
  return {
    all: async (sql) => file.prepare(sql).all() as Record<string, unknown>[],
    run: async (sql) => void file.exec(sql),
    async close() {
      file.pragma("wal_checkpoint(truncate)");
      file.close();
    },
  };
}

async function bulkOnServer(location: string): Promise<Bulk> {
  const client = new pg.Client({ connectionString: location });
  await client.connect();
  await client.query("set synchronous_commit = off; set work_mem = '128MB'");
  return {
    all: async (sql) => (await client.query(sql)).rows as Record<string, unknown>[],
    run: async (sql) => void (await client.query(sql)),
    close: () => client.end(),
  };
}

/** Sessions within the next thirty days, the same at every size: ten a day for each provider. */
const AHEAD = PROVIDERS * 30 * 10;

/** Sessions per size that wait to be lived through. */
export const STOCK = 6000;

/** Copies of one session that the node itself made. */
interface Batch {
  readonly count: number;
  /** SQL for the id of the i-th copy, its start, and what else differs. */
  readonly id: string;
  readonly startsAt: string;
  readonly set?: Readonly<Record<string, string>>;
  readonly first: number;
}

/**
 * Brings the database to so many sessions, each with two transition records, an event, an acknowledgement and a deadline
 * that is done: copies of one that the node booked. They go back through the years, except for a few in the month ahead.
 * No statistics are gathered on SQLite, since a node does not do that either.
 */
export async function plantSessions(stage: Stage, total: number): Promise<void> {
  const isFirst = stage.planted === 0;
  if (isFirst) await bookModel(stage);
  const bulk = await openBulk(stage);
  try {
    await bulk.run("begin");
    if (isFirst) {
      await bulk.run(numberedParties());
      await copy(bulk, stage, aheadOf(AHEAD));
      await copy(bulk, stage, stockFrom(0));
      await copy(bulk, stage, stockFrom(STOCK));
    }
    await copy(bulk, stage, pastFrom(stage.planted, total));
    await bulk.run("commit");
    if (stage.dialect === "postgres") await bulk.run("vacuum analyze");
  } finally {
    await bulk.close();
  }
  stage.planted = total;
}

/** Makes the sessions of a stock, new ones at every size, so that none was lived through before. */
export async function plantStock(stage: Stage, first: number): Promise<void> {
  const bulk = await openBulk(stage);
  try {
    await bulk.run("begin");
    await copy(bulk, stage, stockFrom(first));
    await bulk.run("commit");
  } finally {
    await bulk.close();
  }
}

const MODEL_START = FREE_FROM - DAY;

async function bookModel(stage: Stage): Promise<void> {
  await withNode(stage.location, async (app) => {
    const {
      method,
      path,
      headers,
      body = "",
    } = bookingRequest(stage.cast, {
      startsAt: MODEL_START,
      ids: operations.book.input(stage.cast, 0).ids,
    });
    const booked = await app.inject({ method, url: path, headers, body });
    if (booked.statusCode !== 201) throw new Error(`The model was not booked: ${booked.body}`);
    const session_id = (booked.json() as { data: { id: string } }).data.id;
    const scheduled = await app.inject({
      method: "POST",
      url: `/servicialo/v1/sessions/${session_id}/transitions`,
      headers,
      body: JSON.stringify({
        data: {
          type: "transitions",
          attributes: { to_state: "scheduled", actor: { type: "organization", id: stage.cast.organizationId } },
        },
      }),
    });
    if (scheduled.statusCode >= 300) throw new Error(`The model was not scheduled: ${scheduled.body}`);
  });
}

/** The parties with their numbers, for the copies to be spread over them. */
function numberedParties(): string {
  const numbered = (name: string, table: string) =>
    `create table bench_${name} as select id, row_number() over (order by id) - 1 as n from ${table};`;
  return `${numbered("providers", "providers")}${numbered("resources", "resources")}${numbered("clients", "clients")}`;
}

const padded = (width: number) => `substr('000000000' || n.i, -${width})`;
const paddedOn = (dialect: Stage["dialect"], width: number) =>
  dialect === "sqlite" ? padded(width) : `lpad(n.i::text, ${width}, '0')`;

function pastFrom(first: number, total: number) {
  return (dialect: Stage["dialect"]): Batch => ({
    count: total - first,
    first,
    id: `'ses_past' || ${paddedOn(dialect, 9)}`,
    startsAt: `(${NOW} - ((n.i / ${PROVIDERS}) + 2) * ${SESSION_MS})`,
    set: { state: "'documented'", billing_status: "'charged'" },
  });
}

function aheadOf(count: number) {
  return (dialect: Stage["dialect"]): Batch => ({
    count,
    first: 0,
    id: `'ses_ahead' || ${paddedOn(dialect, 8)}`,
    startsAt: `(${NOW} + ((n.i / ${PROVIDERS}) / 10) * ${DAY} + (((n.i / ${PROVIDERS}) % 10) + 3) * ${2 * SESSION_MS})`,
  });
}

function stockFrom(first: number) {
  return (dialect: Stage["dialect"]): Batch => ({
    count: STOCK,
    first,
    id: `'ses_stock' || ${paddedOn(dialect, 8)}`,
    startsAt: `(${NOW} - ${SESSION_MS})`,
  });
}

async function copy(bulk: Bulk, stage: Stage, batchOf: (dialect: Stage["dialect"]) => Batch): Promise<void> {
  const batch = batchOf(stage.dialect);
  if (batch.count <= 0) return;
  const [model] = await bulk.all(`select id from sessions where starts_at = ${MODEL_START}`);
  const [head] = await bulk.all("select last_seq from event_counters");
  const session = String(model?.["id"]);
  const lastSeq = Number(head?.["last_seq"]);
  const { id, startsAt } = batch;
  const end = `${startsAt} + ${SESSION_MS}`;
  const times = { starts_at: startsAt, ends_at: end, occupied_until: end };
  const parties = { provider_id: "p.id", resource_id: "r.id", client_id: "c.id" };
  await insertCopies(bulk, batch, "sessions", `id = '${session}'`, { id, ...times, ...parties, ...batch.set });
  await insertCopies(bulk, batch, "transitions", `session_id = '${session}' and seq <= 2`, { session_id: id });
  await insertCopies(bulk, batch, "acknowledgements", `session_id = '${session}' and party = 'provider'`, {
    id: `'ack_' || ${id}`,
    session_id: id,
  });
  const seq = `${lastSeq + 1} + n.i - ${batch.first}`;
  const event = `session_id = '${session}' and seq = (select min(seq) from events where session_id = '${session}')`;
  await insertCopies(bulk, batch, "events", event, { seq, id: `'evt_' || ${id}`, session_id: id });
  await bulk.run(`update event_counters set last_seq = last_seq + ${batch.count}`);
  await bulk.run(
    `insert into deadlines (id, organization_id, kind, subject_id, due_at, attempts, done_at, payload, created_at)
     ${numbers(batch)} select 'ddl_' || ${id}, '${stage.cast.organizationId}', 'no_show', ${id}, ${end}, 1, ${NOW}, '{}', ${NOW} from n`,
  );
}

function numbers({ first, count }: Batch): string {
  return `with recursive n(i) as (select cast(${first} as bigint) union all select i + 1 from n where i < ${first + count - 1})`;
}

async function insertCopies(
  bulk: Bulk,
  batch: Batch,
  table: string,
  ...[where, set]: [string, Readonly<Record<string, string>>]
): Promise<void> {
  const [row] = await bulk.all(`select * from ${table} where ${where}`);
  if (!row) throw new Error(`The model has no row in ${table}.`);
  const columns = Object.keys(row);
  const values = columns.map((column) => set[column] ?? `m."${column}"`);
  const parties =
    table !== "sessions"
      ? ""
      : `
    join bench_providers p on p.n = n.i % ${PROVIDERS} join bench_resources r on r.n = n.i % ${PROVIDERS}
    join bench_clients c on c.n = n.i % (select count(*) from bench_clients)`;
  await bulk.run(
    `insert into ${table} (${columns.map((column) => `"${column}"`).join(", ")})
     ${numbers(batch)} select ${values.join(", ")} from n cross join (select * from ${table} where ${where}) m ${parties}`,
  );
}

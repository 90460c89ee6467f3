import { readFile } from "node:fs/promises";
import pg from "pg";
import { type Database, openDatabase } from "../../src/storage/open-database.ts";
import type { NodeProcess } from "../../src/testing/node-process.ts";

/** What the machine and the database say of a load, at a moment. */
export interface Reading {
  /** Megabytes of memory that each node process holds. */
  readonly memory: readonly number[];
  /** Connections of all processes to the database, those of the probe left out; null on SQLite. */
  readonly connections: number | null;
  /** Webhooks that wait. */
  readonly inLine: number;
  /** How long the first of them has waited, in seconds. */
  readonly waitedFor: number;
  readonly deadlinesDone: number;
  /** Deadlines that are due for longer than the grace of a second look. */
  readonly deadlinesLate: number;
  readonly sessions: number;
}

/** A deadline counts as late when it is due for longer than this, in milliseconds. */
const GRACE_MS = 5_000;

/** Looks at a load from beside it. */
export class Probe {
  readonly #database: Database;
  readonly #nodes: readonly NodeProcess[];
  readonly #client: pg.Client | null;

  private constructor(database: Database, nodes: readonly NodeProcess[], client: pg.Client | null) {
    this.#database = database;
    this.#nodes = nodes;
    this.#client = client;
  }

  static async open(location: string, nodes: readonly NodeProcess[]): Promise<Probe> {
    const database = await openDatabase({ location, migrate: false, poolSize: 1 });
    const client =
      database.dialect === "postgres" ? new pg.Client({ connectionString: location, application_name: "probe" }) : null;
    await client?.connect();
    return new Probe(database, nodes, client);
  }

  async read(): Promise<Reading> {
    const now = Date.now();
    const memory = await Promise.all(this.#nodes.map(({ child }) => residentMegabytes(child.pid)));
    const connections = await this.#connections();
    return this.#database.read(async ({ db }) => {
      const count = async (query: { executeTakeFirst(): Promise<{ n: unknown } | undefined> }) =>
        Number((await query.executeTakeFirst())?.n ?? 0);
      const deadlines = db.selectFrom("deadlines").select(({ fn }) => fn.countAll().as("n"));
      const waiting = db.selectFrom("webhook_deliveries").where("nextAttemptAt", "is not", null);
      const first = await waiting.select(({ fn }) => fn.min("createdAt").as("n")).executeTakeFirst();
      return {
        memory,
        connections,
        inLine: await count(waiting.select(({ fn }) => fn.countAll().as("n"))),
        waitedFor: first?.n == null ? 0 : Math.max(0, (now - Number(first.n)) / 1000),
        deadlinesDone: await count(deadlines.where("doneAt", "is not", null)),
        deadlinesLate: await count(deadlines.where("doneAt", "is", null).where("dueAt", "<", now - GRACE_MS)),
        sessions: await count(db.selectFrom("sessions").select(({ fn }) => fn.countAll().as("n"))),
      };
    });
  }

  async close(): Promise<void> {
    await this.#client?.end();
    await this.#database.close();
  }

  async #connections(): Promise<number | null> {
    if (!this.#client) return null;
    const { rows } = await this.#client.query<{ n: number }>(
      "select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    // One is the probe's own, through which it reads the tables.
    return (rows[0]?.n ?? 1) - 1;
  }
}

async function residentMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

import BetterSqlite from "better-sqlite3";
import Fastify from "fastify";
import pg from "pg";
import { type Input, slugOf } from "./operations.ts";
import type { Recording } from "./record.ts";
import { type Replayable, type ReplayableStep, type Run, replayable } from "./replay.ts";
import type { Dialect } from "./stage.ts";

/** Runs the statements of a step on the database. */
type Runner = (step: ReplayableStep, input: Input) => Promise<void> | void;

/**
 * The floor: bare Fastify with the raw driver, which sends the statements that the node sent, and answers what the node
 * answered. No validation, no protocol, no query builder. Answers its address.
 */
export async function serveFloor(
  location: string,
  dialect: Dialect,
  recordings: Readonly<Record<string, readonly Recording[]>>,
): Promise<string> {
  const run = dialect === "sqlite" ? onFile(location) : onServer(location);
  const app = Fastify();
  for (const [name, steps] of Object.entries(recordings)) {
    steps.map(replayable).forEach((step, index) => {
      app.post(`/${slugOf(name)}/${index}`, async (request, reply) => {
        await run(step, request.body as Input);
        return reply.type("application/vnd.api+json").send(step.answer);
      });
    });
  }
  return app.listen({ port: 0, host: "127.0.0.1" });
}

/** A connection that writes and one that reads, as the node has them; every statement is prepared once. */
function onFile(location: string): Runner {
  const writing = openFile(location, false);
  const reading = openFile(location, true);
  return (step, input) => {
    const run = step.newRun(input);
    let prepare = reading;
    for (const statement of step.statements) {
      if (statement.part === "write") prepare = writing;
      if (statement.part === "read") prepare = reading;
      const prepared = prepare(statement.sql);
      const parameters = statement.bind
        .map((bind) => bind(run))
        .map((value) => (typeof value === "boolean" ? Number(value) : value));
      if (!prepared.reader) prepared.run(parameters);
      else noteSeq(statement, run, prepared.all(parameters) as SeqRow[]);
    }
  };
}

function openFile(location: string, readonly: boolean) {
  const file = new BetterSqlite(location, { readonly, timeout: 10_000 });
  file.pragma("foreign_keys = on");
  if (!readonly) {
    file.pragma("journal_mode = wal");
    file.pragma("synchronous = full");
  }
  const prepared = new Map<string, BetterSqlite.Statement<unknown[]>>();
  return (sql: string): BetterSqlite.Statement<unknown[]> => {
    const known = prepared.get(sql) ?? file.prepare<unknown[]>(sql);
    prepared.set(sql, known);
    return known;
  };
}

interface SeqRow {
  readonly last_seq?: unknown;
}

function noteSeq({ returnsSeq }: Replayable, run: Run, rows: readonly SeqRow[]): void {
  if (returnsSeq) run.lastSeq = Number(rows[0]?.last_seq);
}

function onServer(location: string): Runner {
  const pool = new pg.Pool({ connectionString: location, max: 10 });
  return async (step, input) => {
    const run = step.newRun(input);
    let client: pg.PoolClient | undefined;
    try {
      for (const statement of step.statements) {
        client ??= await pool.connect();
        const { rows } = await client.query(
          statement.sql,
          statement.bind.map((bind) => bind(run)),
        );
        noteSeq(statement, run, rows as SeqRow[]);
        if (statement.part !== "end") continue;
        client.release();
        client = undefined;
      }
    } catch (error) {
      client?.release(true);
      client = undefined;
      throw error;
    } finally {
      client?.release();
    }
  };
}

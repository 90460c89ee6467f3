import { AsyncLocalStorage } from "node:async_hooks";
import { type EntityManager, MikroORM } from "@mikro-orm/sqlite";
import { Mutex } from "async-mutex";
import type { Kysely } from "kysely";
import { type Tables, tableNaming } from "./entities/index.ts";
import { sqliteOrmOptions } from "./orm-options.ts";

type Orm = Awaited<ReturnType<typeof openOrm>>;

/**
 * One transaction. `em` and `db` share its connection; what was persisted through `em` reaches `db` after
 * `await em.flush()`. Never await anything but the database inside it: every other writer is waiting.
 */
export interface Tx {
  readonly em: EntityManager;
  readonly db: Kysely<Tables>;
}

export interface Database {
  /** Runs `work` in a writing transaction: all of its effects, or none when it throws. Writers take turns. */
  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** Runs `work` on one snapshot of the data, beside the writers. Writing fails. */
  read<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export interface OpenDatabaseOptions {
  /** Path of the SQLite file, or `:memory:` (tests), where reads and writes share one connection. */
  readonly file: string;
  /** Brings the schema up to date first; default true. */
  readonly migrate?: boolean;
  /** Milliseconds to wait for another process's write lock; default 10,000. */
  readonly busyTimeout?: number;
}

/**
 * Opens a node's database: one connection for writing, one for reading.
 * @throws {Error} when the schema is not current and `migrate` is false
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { file, migrate = true, busyTimeout = 10_000 } = options;
  const writing = await openOrm({ file, readonly: false, busyTimeout });
  try {
    if (migrate) await writing.migrator.up();
    else await requireCurrentSchema(writing);
  } catch (error) {
    await writing.close(true);
    throw error;
  }
  const reading =
    file === ":memory:" ? writing : await openOrm({ file, readonly: true, busyTimeout });
  return new SqliteFileDatabase(writing, reading);
}

function openOrm(options: Parameters<typeof sqliteOrmOptions>[0]) {
  return MikroORM.init(sqliteOrmOptions(options));
}

async function requireCurrentSchema(orm: Orm): Promise<void> {
  const pending = await orm.migrator.getPending();
  if (pending.length === 0) return;
  throw new Error(
    `The database lacks ${pending.length} migration(s): ${pending.map(({ name }) => name).join(", ")}. Run the migrate command.`,
  );
}

class SqliteFileDatabase implements Database {
  readonly #writing: Orm;
  readonly #reading: Orm;
  /** A connection runs one transaction at a time: two would mix their statements. */
  readonly #writerTurn = new Mutex();
  readonly #readerTurn: Mutex;
  readonly #insideTransaction = new AsyncLocalStorage<true>();

  constructor(writing: Orm, reading: Orm) {
    this.#writing = writing;
    this.#reading = reading;
    this.#readerTurn = reading === writing ? this.#writerTurn : new Mutex();
  }

  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.#inTurn(this.#writerTurn, () => this.#writing.em.fork().transactional((em) => work(txOf(em))));
  }

  read<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.#inTurn(this.#readerTurn, () =>
      this.#reading.em.fork().transactional((em) => work(txOf(em)), { readOnly: true }),
    );
  }

  async close(): Promise<void> {
    await this.#readerTurn.waitForUnlock();
    if (this.#reading !== this.#writing) await this.#reading.close(true);
    await this.#writerTurn.waitForUnlock();
    await this.#writing.close(true);
  }

  #inTurn<Result>(turn: Mutex, run: () => Promise<Result>): Promise<Result> {
    if (this.#insideTransaction.getStore()) {
      throw new Error(
        "A transaction was asked for inside another one, which would wait for itself. Hand the tx on instead.",
      );
    }
    return turn.runExclusive(() => this.#insideTransaction.run(true, run));
  }
}

function txOf(em: EntityManager): Tx {
  // The plugin's types describe the same tables; naming and values are its run-time half.
  return { em, db: em.getKysely<Tables, typeof tableNaming>(tableNaming) };
}

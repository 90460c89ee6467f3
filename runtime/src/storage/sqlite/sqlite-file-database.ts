import { MikroORM } from "@mikro-orm/sqlite";
import { Mutex } from "async-mutex";
import { type Tables, tableNaming } from "../entities/index.ts";
import { NoNesting } from "../no-nesting.ts";
import type { Database, Tx } from "../open-database.ts";
import { type StatementObserver, sqliteOrmOptions } from "../orm-options.ts";

interface SqliteOptions {
  readonly file: string;
  readonly busyTimeout: number;
  readonly onStatement: StatementObserver | undefined;
}

type Orm = Awaited<ReturnType<typeof openOrm>>;

function openOrm(options: Parameters<typeof sqliteOrmOptions>[0]) {
  return MikroORM.init(sqliteOrmOptions(options));
}

/** A database file: one connection for writing, one for reading. */
export class SqliteFileDatabase implements Database {
  readonly dialect = "sqlite";
  readonly #writing: Orm;
  readonly #reading: Orm;
  /** A connection runs one transaction at a time: two would mix their statements. */
  readonly #writerTurn = new Mutex();
  readonly #readerTurn: Mutex;
  readonly #noNesting = new NoNesting();

  private constructor(writing: Orm, reading: Orm) {
    this.#writing = writing;
    this.#reading = reading;
    this.#readerTurn = reading === writing ? this.#writerTurn : new Mutex();
  }

  /** Opens a file whose schema is current; `:memory:` is brought up to date here. */
  static async open(options: SqliteOptions): Promise<SqliteFileDatabase> {
    const writing = await openOrm({ ...options, readonly: false });
    if (options.file !== ":memory:")
      return new SqliteFileDatabase(writing, await openOrm({ ...options, readonly: true }));
    await writing.migrator.up();
    return new SqliteFileDatabase(writing, writing);
  }

  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.#inTurn(this.#writerTurn, () => this.#run(this.#writing, work));
  }

  read<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.#inTurn(this.#readerTurn, () => this.#run(this.#reading, work, { readOnly: true }));
  }

  async close(): Promise<void> {
    await this.#readerTurn.waitForUnlock();
    if (this.#reading !== this.#writing) await this.#reading.close(true);
    await this.#writerTurn.waitForUnlock();
    await this.#writing.close(true);
  }

  #run<Result>(orm: Orm, work: (tx: Tx) => Promise<Result>, options: { readOnly?: boolean } = {}): Promise<Result> {
    return orm.em.fork().transactional(async (em) => {
      // The plugin's types describe the same tables; naming and values are its run-time half.
      const db = em.getKysely<Tables, typeof tableNaming>(tableNaming);
      return work({ db, dialect: "sqlite" });
    }, options);
  }

  #inTurn<Result>(turn: Mutex, run: () => Promise<Result>): Promise<Result> {
    return this.#noNesting.run(() => turn.runExclusive(run));
  }
}

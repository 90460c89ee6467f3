import { setImmediate } from "node:timers/promises";
import { MikroORM } from "@mikro-orm/sqlite";
import { Mutex } from "async-mutex";
import type { Kysely } from "kysely";
import type { Tables } from "../entities/index.ts";
import { NoNesting } from "../no-nesting.ts";
import type { Database, Tx } from "../open-database.ts";
import { type StatementObserver, sqliteOrmOptions } from "../orm-options.ts";
import type { PreparedQuery } from "../prepared-query.ts";
import { QueryScope } from "../query-templates.ts";

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
  /** Whose turn it is to write. */
  readonly #writer: { waitingSince: number };
  readonly #writing: Orm;
  readonly #reading: Orm;
  readonly #scope: QueryScope;
  /** The reading connection without a transaction. */
  readonly #asking: Tx;
  /** A connection runs one transaction at a time: two would mix their statements. */
  readonly #writerTurn = new Mutex();
  readonly #readerTurn: Mutex;
  readonly #noNesting = new NoNesting();

  private constructor(writing: Orm, reading: Orm, writer: { waitingSince: number }) {
    this.#writer = writer;
    this.#writing = writing;
    this.#reading = reading;
    this.#scope = QueryScope.ofEverybody(writing.em, "sqlite");
    const db = reading.em.getConnection().getClient<Tables>().withPlugin(this.#scope);
    this.#asking = { db, dialect: "sqlite" };
    this.#readerTurn = reading === writing ? this.#writerTurn : new Mutex();
  }

  /** Opens a file whose schema is current; `:memory:` is brought up to date here. */
  static async open(options: SqliteOptions): Promise<SqliteFileDatabase> {
    const writer = { waitingSince: 0 };
    const writing = await openOrm({ ...options, readonly: false, waitingSince: () => writer.waitingSince });
    if (options.file !== ":memory:")
      return new SqliteFileDatabase(writing, await openOrm({ ...options, readonly: true }), writer);
    await writing.migrator.up();
    return new SqliteFileDatabase(writing, writing, writer);
  }

  /**
   * Who waited for a turn while another process held the lock has waited for the lock, too: when it is still held, all of
   * them give up at about the same time, and not one after the other.
   */
  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const arrived = performance.now();
    return this.#inTurn(this.#writerTurn, async () => {
      // SQLite answers at once, so writers would follow each other without a pause, and no request that has come in
      // would be looked at before the last of them is done. So each lets those in first, which may only want to read.
      await setImmediate();
      this.#writer.waitingSince = arrived;
      return this.#run(this.#writing, work);
    });
  }

  read<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.#inTurn(this.#readerTurn, () => this.#run(this.#reading, work, { readOnly: true }));
  }

  ask<Given extends object, Row>(query: PreparedQuery<Given, Row>, values: Given): Promise<Row[]> {
    return this.#inTurn(this.#readerTurn, () => query.all(this.#asking, values));
  }

  async close(): Promise<void> {
    await this.#readerTurn.waitForUnlock();
    if (this.#reading !== this.#writing) await this.#reading.close(true);
    await this.#writerTurn.waitForUnlock();
    await this.#writing.close(true);
  }

  #run<Result>(orm: Orm, work: (tx: Tx) => Promise<Result>, options: { readOnly?: boolean } = {}): Promise<Result> {
    return orm.em.getConnection().transactional(async (transaction) => {
      const db = (transaction as unknown as Kysely<Tables>).withPlugin(this.#scope);
      return work({ db, dialect: "sqlite" });
    }, options);
  }

  #inTurn<Result>(turn: Mutex, run: () => Promise<Result>): Promise<Result> {
    return this.#noNesting.run(() => turn.runExclusive(run));
  }
}

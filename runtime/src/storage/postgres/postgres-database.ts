import { IsolationLevel } from "@mikro-orm/core";
import { MikroORM } from "@mikro-orm/postgresql";
import type { Kysely } from "kysely";
import type { Pool } from "pg";
import type { Tables } from "../entities/index.ts";
import { NoNesting } from "../no-nesting.ts";
import type { Database, PoolUse, Tx } from "../open-database.ts";
import { postgresOrmOptions, type StatementObserver } from "../orm-options.ts";
import type { PreparedQuery } from "../prepared-query.ts";
import { QueryScope } from "../query-templates.ts";
import { lostRace, toRefusal } from "./failures.ts";

interface PostgresOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly onStatement: StatementObserver | undefined;
  readonly onPool?: (pool: Pool) => void;
}

/** The pool, once something has asked for a connection. */
interface Made {
  pool: Pool | null;
}

type Orm = Awaited<ReturnType<typeof openOrm>>;
type Work<Result> = (tx: Tx) => Promise<Result>;
type Kind = { isolationLevel: IsolationLevel; readOnly?: boolean };

function openOrm(options: PostgresOptions) {
  return MikroORM.init(postgresOrmOptions(options));
}

/**
 * READ COMMITTED: each statement after a lock sees what those before in the queue committed. See the decision record on
 * PostgreSQL for why not SERIALIZABLE.
 */
const WRITING: Kind = { isolationLevel: IsolationLevel.READ_COMMITTED };
const READING: Kind = { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true };

/** How often a transaction that lost a race is run in all. */
const TRIES = 8;

/** Longest first pause after a lost race, in milliseconds; it doubles, and its length is left to chance. */
const FIRST_PAUSE_MS = 4;

/** A PostgreSQL database, shared with any number of other processes. */
export class PostgresDatabase implements Database {
  readonly dialect = "postgres";
  readonly #orm: Orm;
  readonly #made: Made;
  readonly #scope: QueryScope;
  /** Any connection of the pool, without a transaction. */
  readonly #asking: Tx;
  readonly #noNesting = new NoNesting();

  private constructor(orm: Orm, made: Made) {
    this.#orm = orm;
    this.#made = made;
    this.#scope = QueryScope.ofEverybody(orm.em, "postgres");
    const db = orm.em.getConnection().getClient<Tables>().withPlugin(this.#scope);
    this.#asking = { db, dialect: "postgres" };
  }

  /** Opens a database whose schema is current. */
  static async open(options: PostgresOptions): Promise<PostgresDatabase> {
    const pool: Made = { pool: null };
    const onPool = (made: Pool) => {
      pool.pool = made;
    };
    return new PostgresDatabase(await openOrm({ ...options, onPool }), pool);
  }

  transaction<Result>(work: Work<Result>): Promise<Result> {
    return this.#noNesting.run(async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.#run(work, WRITING);
        } catch (error) {
          if (attempt >= TRIES || !lostRace(error, attempt)) throw toRefusal(error);
          await pause(Math.random() * FIRST_PAUSE_MS * 2 ** attempt);
        }
      }
    });
  }

  read<Result>(work: Work<Result>): Promise<Result> {
    return this.#noNesting.run(async () => {
      try {
        return await this.#run(work, READING);
      } catch (error) {
        throw toRefusal(error);
      }
    });
  }

  ask<Given extends object, Row>(query: PreparedQuery<Given, Row>, values: Given): Promise<Row[]> {
    return this.#noNesting.run(async () => {
      try {
        return await query.all(this.#asking, values);
      } catch (error) {
        throw toRefusal(error);
      }
    });
  }

  poolUse(): PoolUse {
    const { totalCount: open = 0, idleCount: idle = 0, waitingCount: waiting = 0 } = this.#made.pool ?? {};
    return { open, idle, waiting };
  }

  async close(): Promise<void> {
    await this.#orm.close(true);
  }

  #run<Result>(work: Work<Result>, kind: Kind): Promise<Result> {
    return this.#orm.em.getConnection().transactional(async (transaction) => {
      const db = (transaction as unknown as Kysely<Tables>).withPlugin(this.#scope);
      return work({ db, dialect: "postgres" });
    }, kind);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

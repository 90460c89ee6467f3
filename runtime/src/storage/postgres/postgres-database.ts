import { IsolationLevel } from "@mikro-orm/core";
import { MikroORM } from "@mikro-orm/postgresql";
import { type Tables, tableNaming } from "../entities/index.ts";
import { NoNesting } from "../no-nesting.ts";
import type { Database, Tx } from "../open-database.ts";
import { postgresOrmOptions, type StatementObserver } from "../orm-options.ts";
import { lostRace, toRefusal } from "./failures.ts";

interface PostgresOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly onStatement: StatementObserver | undefined;
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
  readonly #noNesting = new NoNesting();

  private constructor(orm: Orm) {
    this.#orm = orm;
  }

  /** Opens a database whose schema is current. */
  static async open(options: PostgresOptions): Promise<PostgresDatabase> {
    return new PostgresDatabase(await openOrm(options));
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

  async close(): Promise<void> {
    await this.#orm.close(true);
  }

  #run<Result>(work: Work<Result>, kind: Kind): Promise<Result> {
    return this.#orm.em.fork().transactional(async (em) => {
      const db = em.getKysely<Tables, typeof tableNaming>(tableNaming);
      return work({ db, dialect: "postgres" });
    }, kind);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

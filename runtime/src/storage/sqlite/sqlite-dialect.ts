import { setTimeout as pause } from "node:timers/promises";
import BetterSqlite from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  type QueryCompiler,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type SqliteStatement,
  type TransactionSettings,
} from "kysely";
import type { StatementObserver } from "../orm-options.ts";
import { withTemplates } from "../query-templates.ts";

export interface SqliteFileOptions {
  /** Path of the database file, or `:memory:`. */
  readonly file: string;
  readonly readonly: boolean;
  /** Milliseconds a statement waits for another process's write lock. */
  readonly busyTimeout: number;
  readonly onStatement: StatementObserver | undefined;
  /**
   * Since when the present writer has been waiting, in milliseconds of `performance.now()`. With it the lock is waited for
   * between looks instead of inside SQLite, which would hold up everything else that this process is at.
   */
  readonly waitingSince?: () => number;
}

/** Longest pause between two looks at a lock that another process has, in milliseconds. */
const LOOK_EVERY_MS = 25;

/**
 * Kysely's driver begins deferred transactions, which upgrade to a write lock half-way and then fail with BUSY when
 * another writer came first. A writing transaction takes its lock at the start instead, and waits for it.
 */
class ImmediateSqliteDriver extends SqliteDriver {
  readonly #options: SqliteFileOptions;

  constructor(config: SqliteDialectConfig, options: SqliteFileOptions) {
    super(config);
    this.#options = options;
  }

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const kind = settings?.accessMode === "read only" ? "deferred" : "immediate";
    const { waitingSince, busyTimeout } = this.#options;
    const giveUpAt = (waitingSince?.() ?? Number.NEGATIVE_INFINITY) + busyTimeout;
    for (let looks = 1; ; looks += 1) {
      try {
        await connection.executeQuery(CompiledQuery.raw(`begin ${kind}`));
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() >= giveUpAt) throw error;
        await pause(Math.min(looks, LOOK_EVERY_MS));
      }
    }
  }
}

/**
 * Kysely lends its one connection out under a lock of its own, which it never gives back when a transaction cannot
 * begin: one wait for another process's lock that took too long would stop this node for good. The turns of
 * open-database.ts keep transactions apart already, so that lock is left out.
 */
class UnlockedSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** SQLite through better-sqlite3, with immediate write transactions and a statement cache. */
export class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  readonly #options: SqliteFileOptions;

  constructor(options: SqliteFileOptions) {
    const config: SqliteDialectConfig = {
      database: async () => withStatementCache(openFile(options), options.onStatement),
    };
    super(config);
    this.#config = config;
    this.#options = options;
  }

  override createAdapter(): DialectAdapter {
    return new UnlockedSqliteAdapter();
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#config, this.#options);
  }

  override createQueryCompiler(): QueryCompiler {
    return withTemplates(super.createQueryCompiler());
  }
}

function openFile(options: SqliteFileOptions): BetterSqlite.Database {
  const timeout = options.waitingSince ? 0 : options.busyTimeout;
  const database = new BetterSqlite(options.file, { readonly: options.readonly, timeout });
  database.pragma("foreign_keys = on");
  if (!options.readonly) {
    switchToWal(database, options.busyTimeout);
    // An acknowledged booking survives a power cut, not only a crash of the process.
    database.pragma("synchronous = full");
  }
  return database;
}

/** The switch to WAL ignores the busy timeout, so processes that open a new file together have to try again. */
function switchToWal(database: BetterSqlite.Database, patience: number): void {
  const giveUpAt = performance.now() + patience;
  for (;;) {
    try {
      database.pragma("journal_mode = wal");
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() >= giveUpAt) throw error;
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof BetterSqlite.SqliteError && error.code.startsWith("SQLITE_BUSY");
}

const CACHED_STATEMENTS = 400;

/** Longest statement without parameters that is kept: `begin`, `commit`, savepoints. */
const SHORT = 40;

/** Keeps the most recently used statements prepared; the ORM's inlined ones would only fill the cache. */
function withStatementCache(
  database: BetterSqlite.Database,
  onStatement: StatementObserver | undefined,
): { prepare(sql: string): SqliteStatement; close(): void } {
  const cache = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const known = cache.get(sql);
      if (known) {
        cache.delete(sql);
        cache.set(sql, known);
        return known;
      }
      const statement = withBooleans(observed(database.prepare(sql) as unknown as SqliteStatement, sql, onStatement));
      if (sql.length > SHORT && !sql.includes("?")) return statement;
      cache.set(sql, statement);
      if (cache.size > CACHED_STATEMENTS) cache.delete(cache.keys().next().value as string);
      return statement;
    },
    close() {
      cache.clear();
      database.close();
    },
  };
}

/** SQLite has no booleans, and the driver refuses them: they are bound as the 0 and 1 that the ORM writes. */
function withBooleans(statement: SqliteStatement): SqliteStatement {
  const bindable = (parameters: readonly unknown[]) =>
    parameters.map((value) => (typeof value === "boolean" ? Number(value) : value));
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(bindable(parameters)),
    run: (parameters) => statement.run(bindable(parameters)),
    iterate: (parameters) => statement.iterate(bindable(parameters)),
  };
}

function observed(
  statement: SqliteStatement,
  sql: string,
  onStatement: StatementObserver | undefined,
): SqliteStatement {
  if (!onStatement) return statement;
  const told = (parameters: readonly unknown[]) => {
    onStatement(sql, parameters);
    return parameters;
  };
  return {
    reader: statement.reader,
    all: (parameters) => statement.all(told(parameters)),
    run: (parameters) => statement.run(told(parameters)),
    iterate: (parameters) => statement.iterate(told(parameters)),
  };
}

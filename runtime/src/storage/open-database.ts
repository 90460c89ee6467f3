import type { Kysely } from "kysely";
import { parseDatabaseLocation } from "./database-location.ts";
import type { Tables } from "./entities/index.ts";
import { migrateUp, requireCurrentSchema } from "./migrate.ts";
import type { StatementObserver } from "./orm-options.ts";
import { PostgresDatabase } from "./postgres/postgres-database.ts";
import type { PreparedQuery } from "./prepared-query.ts";
import { SqliteFileDatabase } from "./sqlite/sqlite-file-database.ts";

/**
 * One transaction. Never await anything but the database inside it: others are waiting. What fails in it has to be thrown
 * on: PostgreSQL has given the transaction up by then.
 */
export interface Tx {
  readonly db: Kysely<Tables>;
  readonly dialect: "sqlite" | "postgres";
}

/** Connections to the database, and callers who wait for one. */
export interface PoolUse {
  readonly open: number;
  /** Of the open ones, those that nobody uses. */
  readonly idle: number;
  readonly waiting: number;
}

export interface Database {
  readonly dialect: Tx["dialect"];
  /**
   * Runs `work` in a writing transaction: all of its effects, or none when it throws. On SQLite writers take turns. On
   * PostgreSQL they run side by side and take turns where they lock the same rows (`lock-rows.ts`); `work` is run anew
   * when it lost a race, so it must have no effect outside the database.
   * @throws {ProtocolError} `UPSTREAM_UNAVAILABLE` when the database cannot be reached
   */
  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** Runs `work` on one snapshot of the data, beside the writers. Writing fails. */
  read<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** Runs one query on its own, beside the writers: cheaper than `read`, for what every call asks before it begins. */
  ask<Given extends object, Row>(query: PreparedQuery<Given, Row>, values: Given): Promise<Row[]>;
  /** How its pool of connections is used; a database without a pool has none. */
  poolUse?(): PoolUse | null;
  close(): Promise<void>;
}

export interface OpenDatabaseOptions {
  /** A `postgres://` URL, or the path of an SQLite file; `:memory:` (tests) shares one connection for everything. */
  readonly location: string;
  /** Brings the schema up to date first; default true. */
  readonly migrate?: boolean;
  /** SQLite: milliseconds to wait for another process's write lock; default 10,000. */
  readonly busyTimeout?: number;
  /** PostgreSQL: connections of this process; default 10. */
  readonly poolSize?: number;
  /** Is told every statement before it is sent. */
  readonly onStatement?: StatementObserver;
}

/**
 * Opens a node's database.
 * @throws {Error} when the schema is not current and `migrate` is false
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { location, migrate = true, busyTimeout = 10_000, poolSize = 10, onStatement } = options;
  const target = parseDatabaseLocation(location);
  // A database in memory lives on its one connection, which therefore has to bring up the schema itself.
  const inMemory = target.dialect === "sqlite" && target.file === ":memory:";
  if (!inMemory) await (migrate ? migrateUp(location) : requireCurrentSchema(location));
  if (target.dialect === "postgres") return PostgresDatabase.open({ url: target.url, poolSize, onStatement });
  return SqliteFileDatabase.open({ file: target.file, busyTimeout, onStatement });
}

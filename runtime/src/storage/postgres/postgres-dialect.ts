import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type QueryCompiler,
  type QueryResult,
} from "kysely";
import pg from "pg";
import type { StatementObserver } from "../orm-options.ts";
import { withTemplates } from "../query-templates.ts";

export interface PostgresConnectionOptions {
  readonly url: string;
  readonly poolSize: number;
  /** No statement and no wait for a lock may take longer; a migration has all the time it needs. */
  readonly limited: boolean;
  readonly onStatement: StatementObserver | undefined;
  /** Is given the pool when it is made. */
  readonly onPool: ((pool: pg.Pool) => void) | undefined;
}

/** Longest statement, wait for a lock, and pause inside a transaction, in milliseconds. */
const LIMITS = {
  statement_timeout: 30_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 60_000,
} as const;

/** Milliseconds in which a new connection has to come about. */
const CONNECT_TIMEOUT_MS = 5_000;

/**
 * Milliseconds to stand in line for a connection while all of them are busy. Longer than for a new one: a crowd that wants
 * the same calendar takes turns on it, and its last is told that it is taken, not that there is no database.
 */
const IN_LINE_MS = 20_000;

/** The pool limits both by one option of its own, which its clients read as well. */
class PromptClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  }
}

const INT8 = 20;
const NUMERIC = 1700;

/** PostgreSQL through pg: numbers as numbers, no process lost with a connection, no commit of what had failed. */
export class NodePostgresDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  readonly #onStatement: StatementObserver | undefined;

  constructor(options: PostgresConnectionOptions) {
    const config: PostgresDialectConfig = { pool: async () => openPool(options) };
    super(config);
    this.#config = config;
    this.#onStatement = options.onStatement;
  }

  override createDriver(): Driver {
    return new CarefulPostgresDriver(this.#config, this.#onStatement);
  }

  override createQueryCompiler(): QueryCompiler {
    return withTemplates(super.createQueryCompiler());
  }
}

/**
 * After a failed statement PostgreSQL answers `commit` with a rollback, and no error: an effect that was acknowledged
 * would not be there. So a transaction in which something failed is never committed.
 */
class CarefulPostgresDriver extends PostgresDriver {
  readonly #onStatement: StatementObserver | undefined;
  readonly #watched = new WeakSet<DatabaseConnection>();
  readonly #failed = new WeakMap<DatabaseConnection, unknown>();

  constructor(config: PostgresDialectConfig, onStatement: StatementObserver | undefined) {
    super(config);
    this.#onStatement = onStatement;
  }

  override async acquireConnection(
    ...options: Parameters<PostgresDriver["acquireConnection"]>
  ): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection(...options);
    if (!this.#watched.has(connection)) this.#watch(connection);
    return connection;
  }

  override async beginTransaction(
    ...[connection, settings]: Parameters<PostgresDriver["beginTransaction"]>
  ): Promise<void> {
    this.#failed.delete(connection);
    try {
      await super.beginTransaction(connection, settings);
    } catch (error) {
      // Kysely would keep a connection on which nothing began.
      await this.releaseConnection(connection as Parameters<PostgresDriver["releaseConnection"]>[0]);
      throw error;
    }
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const cause = this.#failed.get(connection);
    if (cause !== undefined)
      throw new Error("A statement of this transaction failed, and its error was not thrown on.", { cause });
    await connection.executeQuery(CompiledQuery.raw("commit"));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch {
      // The connection is gone, and the transaction with it. An error here would keep it from going back to the pool,
      // which throws it away.
    }
  }

  #watch(connection: DatabaseConnection): void {
    this.#watched.add(connection);
    const execute = connection.executeQuery.bind(connection);
    connection.executeQuery = async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
      this.#onStatement?.(query.sql, query.parameters);
      try {
        return await execute<Row>(query);
      } catch (error) {
        this.#failed.set(connection, error);
        throw error;
      }
    };
  }
}

function openPool({ url, poolSize, limited, onPool }: PostgresConnectionOptions): pg.Pool {
  const types = new pg.TypeOverrides();
  // Instants, minor units, counts and sums: all below 2^53.
  types.setTypeParser(INT8, Number);
  types.setTypeParser(NUMERIC, Number);
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: "servicialo-node",
    connectionTimeoutMillis: IN_LINE_MS,
    Client: PromptClient,
    keepAlive: true,
    types,
    ...(limited && LIMITS),
  });
  // Without listeners a connection that the server drops would end the process. Whoever used it learns of it by its query.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  onPool?.(pool);
  return pool;
}

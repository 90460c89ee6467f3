import { randomUUID } from "node:crypto";
import { type EntityMetadata, types } from "@mikro-orm/core";
import { Migrator } from "@mikro-orm/migrations";
import { defineConfig as definePostgres } from "@mikro-orm/postgresql";
import { defineConfig as defineSqlite } from "@mikro-orm/sqlite";
import type { Pool } from "pg";
import { entities } from "./entities/index.ts";
import { postgresMigrations } from "./migrations/postgres/index.ts";
import { sqliteMigrations } from "./migrations/sqlite/index.ts";
import { NodePostgresDialect } from "./postgres/postgres-dialect.ts";
import { ImmediateSqliteDialect, type SqliteFileOptions } from "./sqlite/sqlite-dialect.ts";

/** Is told a statement and its parameters before it is sent. */
export type StatementObserver = (sql: string, parameters: readonly unknown[]) => void;

const shared = () => ({
  // Of two databases that are open at once, neither may take the other's transaction for its own.
  contextName: randomUUID(),
  entities: [...entities],
  extensions: [Migrator],
  metadataCache: { enabled: false },
  implicitTransactions: false,
});

const migrating = { transactional: true, allOrNothing: true, snapshot: false, silent: true } as const;

/** How the ORM is set up on SQLite; the same for the node, its migrations and their generator. */
export function sqliteOrmOptions(file: SqliteFileOptions): ReturnType<typeof defineSqlite> {
  return defineSqlite({
    ...shared(),
    dbName: file.file,
    driverOptions: new ImmediateSqliteDialect(file),
    migrations: { ...migrating, migrationsList: [...sqliteMigrations] },
  });
}

export interface PostgresOrmOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly onStatement?: StatementObserver | undefined;
  /** Is given the pool of connections when it is made. */
  readonly onPool?: ((pool: Pool) => void) | undefined;
  /** Whether statements and waits for locks are cut off; default true. */
  readonly limited?: boolean;
}

/** How the ORM is set up on PostgreSQL; the same for the node, its migrations and their generator. */
export function postgresOrmOptions(options: PostgresOrmOptions): ReturnType<typeof definePostgres> {
  const { url, poolSize, onStatement, onPool, limited = true } = options;
  return definePostgres({
    ...shared(),
    clientUrl: url,
    dbName: decodeURIComponent(new URL(url).pathname.slice(1)),
    driverOptions: new NodePostgresDialect({ url, poolSize, limited, onStatement, onPool }),
    discovery: { onMetadata: withoutLengths },
    migrations: { ...migrating, migrationsList: [...postgresMigrations] },
  });
}

/** Text has no length in the database, on both dialects: how long a value may be is the specification's to say. */
function withoutLengths(meta: EntityMetadata): void {
  for (const property of Object.values(meta.properties) as { type: unknown; columnTypes?: string[] }[]) {
    if (property.type === types.string || property.type === "string") property.columnTypes ??= ["text"];
  }
}

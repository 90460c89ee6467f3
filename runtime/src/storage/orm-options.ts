import { Migrator } from "@mikro-orm/migrations";
import { defineConfig } from "@mikro-orm/sqlite";
import { entities } from "./entities/index.ts";
import { sqliteMigrations } from "./migrations/sqlite/index.ts";
import { ImmediateSqliteDialect, type SqliteFileOptions } from "./sqlite-dialect.ts";

/** How the ORM is set up on SQLite; the same for the node, its migrations and their generator. */
export function sqliteOrmOptions(file: SqliteFileOptions): ReturnType<typeof defineConfig> {
  return defineConfig({
    dbName: file.file,
    driverOptions: new ImmediateSqliteDialect(file),
    entities: [...entities],
    extensions: [Migrator],
    metadataCache: { enabled: false },
    implicitTransactions: false,
    migrations: {
      migrationsList: [...sqliteMigrations],
      transactional: true,
      allOrNothing: true,
      snapshot: false,
      silent: true,
    },
  });
}

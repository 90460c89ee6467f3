import { setTimeout as pause } from "node:timers/promises";
import { MikroORM as PostgresOrm } from "@mikro-orm/postgresql";
import { MikroORM as SqliteOrm } from "@mikro-orm/sqlite";
import pg from "pg";
import { parseDatabaseLocation } from "./database-location.ts";
import { postgresOrmOptions, sqliteOrmOptions } from "./orm-options.ts";

/** What the migrator of either dialect is used for. */
type Migrator = Pick<SqliteOrm["migrator"], "up" | "down" | "getPending" | "getExecuted">;

export interface MigrationStatus {
  readonly name: string;
  /** When it was applied; null: it is pending. */
  readonly appliedAt: Date | null;
}

/** The advisory lock of migrations on PostgreSQL: any number, as long as all nodes use the same. */
const MIGRATION_LOCK = 7_382_640_115;

/** Milliseconds that a migration waits for another process's write lock on an SQLite file. */
const PATIENCE_MS = 60_000;

/** Applies all pending migrations, or none when one fails; answers their names. Several processes may do so at once. */
export async function migrateUp(location: string): Promise<string[]> {
  return withMigrator(location, async (migrator) => (await migrator.up()).map(({ name }) => name));
}

/** Takes back the newest migration, or all of them. Their data goes with them. */
export async function migrateDown(location: string, all = false): Promise<string[]> {
  return withMigrator(location, async (migrator) => {
    const undone = await (all ? migrator.down({ to: 0 }) : migrator.down());
    return undone.map(({ name }) => name);
  });
}

/** Every migration there is, oldest first. */
export async function migrationStatus(location: string): Promise<MigrationStatus[]> {
  return withMigrator(location, async (migrator) => {
    const applied = (await migrator.getExecuted()).map(({ name, executed_at }) => ({ name, appliedAt: executed_at }));
    const pending = (await migrator.getPending()).map(({ name }) => ({ name, appliedAt: null }));
    return [...applied, ...pending].toSorted((one, other) => one.name.localeCompare(other.name));
  });
}

/** @throws {Error} when a migration is pending */
export async function requireCurrentSchema(location: string): Promise<void> {
  const pending = (await migrationStatus(location)).filter(({ appliedAt }) => appliedAt === null);
  if (pending.length === 0) return;
  const names = pending.map(({ name }) => name).join(", ");
  throw new Error(`The database lacks ${pending.length} migration(s): ${names}. Run the migrate command.`);
}

function withMigrator<Result>(location: string, work: (migrator: Migrator) => Promise<Result>): Promise<Result> {
  const target = parseDatabaseLocation(location);
  return target.dialect === "sqlite" ? onSqlite(target.file, work) : onPostgres(target.url, work);
}

async function onSqlite<Result>(file: string, work: (migrator: Migrator) => Promise<Result>): Promise<Result> {
  const orm = await SqliteOrm.init(
    sqliteOrmOptions({ file, readonly: false, busyTimeout: PATIENCE_MS, onStatement: undefined }),
  );
  try {
    const connection = orm.em.getConnection();
    // Tables are dropped and rebuilt, and what refers to them comes into order only at the end.
    await connection.execute("pragma foreign_keys = off");
    await createJournal(orm);
    // The migrator reads what was applied inside its own transaction, which takes the write lock when it begins.
    return await work(orm.migrator);
  } finally {
    await orm.close(true);
  }
}

/** The migrator looks for its table before it creates it; of several processes on a new file, all but one fail then. */
async function createJournal(orm: Pick<SqliteOrm, "migrator">): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await orm.migrator.getStorage().ensureTable?.();
      return;
    } catch (error) {
      if (tries >= 5 || !String(error).includes("already exists")) throw error;
      await pause(10);
    }
  }
}

async function onPostgres<Result>(url: string, work: (migrator: Migrator) => Promise<Result>): Promise<Result> {
  const guard = new pg.Client({ connectionString: url, application_name: "servicialo-migrate" });
  await guard.connect();
  try {
    await guard.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const orm = await PostgresOrm.init(postgresOrmOptions({ url, poolSize: 2, limited: false }));
    try {
      return await work(orm.migrator as unknown as Migrator);
    } finally {
      await orm.close(true);
    }
  } finally {
    // The lock ends with its connection, also when this process is killed.
    await guard.end();
  }
}

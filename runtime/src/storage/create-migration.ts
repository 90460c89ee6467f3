import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TSMigrationGenerator } from "@mikro-orm/migrations";
import { MikroORM as PostgresOrm } from "@mikro-orm/postgresql";
import { MikroORM as SqliteOrm } from "@mikro-orm/sqlite";
import { startPostgresServer } from "../testing/postgres-server.ts";
import { postgresMigrations } from "./migrations/postgres/index.ts";
import { sqliteMigrations } from "./migrations/sqlite/index.ts";
import { postgresOrmOptions, sqliteOrmOptions } from "./orm-options.ts";

/*
 * Writes the migrations, one for each dialect, that lead from the existing ones to the present entities:
 * `node create-migration.ts <name>`. The old schema is built in a scratch file and on a scratch server, so no database
 * of yours is touched.
 */

interface Dialect {
  readonly folder: "sqlite" | "postgres";
  readonly applied: number;
}

/**
 * Leaves triggers as they are: no entity declares them, so the generator would drop those that keep the audit append-only,
 * and whatever wrote them goes on keeping it.
 */
class WithoutTriggers extends TSMigrationGenerator {
  override generate(diff: { up: string[]; down: string[] }, path?: string, name?: string): Promise<[string, string]> {
    const left = (statements: string[]) =>
      statements.filter((statement) => !/\b(?:trigger|function)\b/i.test(statement));
    return super.generate({ up: left(diff.up), down: left(diff.down) }, path, name);
  }
}

/** How the generator names and places a migration. */
const settings = ({ folder, applied }: Dialect, name: string) => ({
  path: join(import.meta.dirname, "migrations", folder),
  emit: "ts" as const,
  generator: WithoutTriggers,
  fileName: () => `${String(applied + 1).padStart(4, "0")}-${name}`,
});

async function createWith(orm: Pick<SqliteOrm, "migrator" | "close">): Promise<string | null> {
  try {
    await orm.migrator.up();
    const { diff, fileName } = await orm.migrator.create();
    return diff.up.length === 0 ? null : fileName;
  } finally {
    await orm.close(true);
  }
}

async function createSqliteMigration(name: string): Promise<string | null> {
  const scratch = await mkdtemp(join(tmpdir(), "servicialo-migration-"));
  const options = sqliteOrmOptions({
    file: join(scratch, "scratch.db"),
    readonly: false,
    busyTimeout: 1000,
    onStatement: undefined,
  });
  const migrations = {
    ...options.migrations,
    ...settings({ folder: "sqlite", applied: sqliteMigrations.length }, name),
  };
  try {
    return await createWith(await SqliteOrm.init({ ...options, migrations }));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function createPostgresMigration(name: string): Promise<string | null> {
  const server = await startPostgresServer();
  const options = postgresOrmOptions({ url: server.url("postgres"), poolSize: 2, limited: false });
  const migrations = {
    ...options.migrations,
    ...settings({ folder: "postgres", applied: postgresMigrations.length }, name),
  };
  try {
    return await createWith((await PostgresOrm.init({ ...options, migrations })) as unknown as SqliteOrm);
  } finally {
    await server.stop();
  }
}

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9-]+$/.test(name))
  throw new Error("Name the migration in kebab-case: what it adds.");
for (const [folder, create] of [
  ["sqlite", createSqliteMigration],
  ["postgres", createPostgresMigration],
] as const) {
  const file = await create(name);
  process.stdout.write(
    file ? `${file}: list it in migrations/${folder}/index.ts\n` : `${folder}: the entities have not changed.\n`,
  );
}

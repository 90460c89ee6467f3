import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MikroORM } from "@mikro-orm/sqlite";
import { sqliteMigrations } from "./migrations/sqlite/index.ts";
import { sqliteOrmOptions } from "./orm-options.ts";

/**
 * Writes the migration that leads from the existing ones to the present entities: `node create-migration.ts <name>`.
 * It builds the old schema in a scratch file, so no database of yours is touched.
 */
export async function createSqliteMigration(name: string): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), "servicialo-migration-"));
  const options = sqliteOrmOptions({ file: join(folder, "scratch.db"), readonly: false, busyTimeout: 1000 });
  const orm = await MikroORM.init({
    ...options,
    migrations: {
      ...options.migrations,
      path: join(import.meta.dirname, "migrations/sqlite"),
      emit: "ts",
      fileName: () => `${String(sqliteMigrations.length + 1).padStart(4, "0")}-${name}`,
    },
  });
  try {
    await orm.migrator.up();
    const { diff, fileName } = await orm.migrator.create();
    return diff.up.length === 0 ? null : fileName;
  } finally {
    await orm.close(true);
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const name = process.argv[2];
  if (name === undefined || !/^[a-z0-9-]+$/.test(name))
    throw new Error("Name the migration in kebab-case: what it adds.");
  const file = await createSqliteMigration(name);
  process.stdout.write(file ? `${file}: list it in migrations/sqlite/index.ts\n` : "The entities have not changed.\n");
}

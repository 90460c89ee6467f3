import type { Command } from "commander";
import { withoutPassword } from "../storage/database-location.ts";
import { migrateDown, migrateUp, migrationStatus } from "../storage/migrate.ts";
import { withDatabase } from "./database-option.ts";

interface MigrateOptions {
  readonly database: string;
  readonly all?: boolean;
}

/** `servicialo-node migrate`: the schema of the database. Any number of processes may run it at once. */
export function addMigrate(program: Command): void {
  const migrate = program.command("migrate").description("bring the schema up to date, take it back, or show it");
  withDatabase(migrate.command("up")).description("apply every pending migration, or none when one fails").action(up);
  withDatabase(migrate.command("down"))
    .description("take back the newest migration, and its data with it")
    .option("--all", "take back all of them: everything that is stored is gone")
    .action(down);
  withDatabase(migrate.command("status"))
    .description("list the migrations; exits with 1 when one is pending")
    .action(status);
}

async function up({ database }: MigrateOptions): Promise<void> {
  const applied = await migrateUp(database);
  for (const name of applied) console.log(`applied    ${name}`);
  if (applied.length === 0) console.log(`${withoutPassword(database)} is up to date.`);
}

async function down({ database, all }: MigrateOptions): Promise<void> {
  const undone = await migrateDown(database, all);
  for (const name of undone) console.log(`taken back ${name}`);
  if (undone.length === 0) console.log(`${withoutPassword(database)} has no migration to take back.`);
}

async function status({ database }: MigrateOptions): Promise<void> {
  const migrations = await migrationStatus(database);
  for (const { name, appliedAt } of migrations) {
    console.log(
      `${appliedAt === null ? "pending   " : "applied   "} ${name}${appliedAt === null ? "" : `  ${appliedAt.toISOString()}`}`,
    );
  }
  if (migrations.some(({ appliedAt }) => appliedAt === null)) process.exitCode = 1;
}

import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, type OpenDatabaseOptions, openDatabase } from "../storage/open-database.ts";
import { onServer } from "./postgres-server.ts";

/** Environment variable that `postgres-setup.ts` sets: the server of this run, on which each test has its own databases. */
export const SERVER_VARIABLE = "SERVICIALO_TEST_POSTGRES";

/** Database with the present schema that the others are copied from. */
export const TEMPLATE = "servicialo_template";

/** The database that this run of the tests is on: SERVICIALO_TEST_DATABASE, `sqlite` (default) or `postgres`. */
export const testDialect = process.env["SERVICIALO_TEST_DATABASE"] === "postgres" ? "postgres" : "sqlite";

/** An empty database of a test's own. */
export interface TestDatabase {
  /** What `openDatabase` and `--database` take. */
  readonly location: string;
  /** Removes it; whoever is still connected is thrown out. */
  drop(): Promise<void>;
}

/** Makes an empty database: a file, or a copy of the template on the server. `blank` has no schema yet. */
export async function newTestDatabase(options: { blank?: boolean } = {}): Promise<TestDatabase> {
  return testDialect === "postgres" ? newPostgresDatabase(options.blank ?? false) : newSqliteFile();
}

async function newSqliteFile(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "servicialo-node-"));
  return { location: join(folder, "node.db"), drop: () => rm(folder, { recursive: true, force: true }) };
}

async function newPostgresDatabase(blank: boolean): Promise<TestDatabase> {
  const server = process.env[SERVER_VARIABLE];
  if (server === undefined) throw new Error("There is no PostgreSQL server: run with vitest.postgres.config.ts.");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(server, `create database ${name} template ${blank ? "template0" : TEMPLATE}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { location: url.href, drop: () => onServer(server, `drop database if exists ${name} with (force)`) };
}

/** Opens a database of a test's own, with the present schema; closing it removes it. */
export async function openTestDatabase(options: Omit<OpenDatabaseOptions, "location"> = {}): Promise<Database> {
  if (testDialect === "sqlite") return openDatabase({ ...options, location: ":memory:" });
  const { location, drop } = await newTestDatabase();
  const database = await openDatabase({ ...options, location });
  return {
    dialect: database.dialect,
    transaction: (work) => database.transaction(work),
    read: (work) => database.read(work),
    ask: (query, values) => database.ask(query, values),
    close: async () => {
      await database.close();
      await drop();
    },
  };
}

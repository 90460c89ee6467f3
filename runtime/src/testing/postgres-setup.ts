import { migrateUp } from "../storage/migrate.ts";
import { onServer, startPostgresServer } from "./postgres-server.ts";
import { SERVER_VARIABLE, TEMPLATE } from "./test-database.ts";

/** Vitest's global set-up for a run on PostgreSQL: one server, with a database that the tests copy. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startPostgresServer();
  process.env[SERVER_VARIABLE] = server.url("postgres");
  try {
    await onServer(server.url("postgres"), `create database ${TEMPLATE}`);
    await migrateUp(server.url(TEMPLATE));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return () => server.stop();
}

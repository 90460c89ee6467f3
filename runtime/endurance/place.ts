import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onServer, startPostgresServer } from "../src/testing/postgres-server.ts";
import type { RunOptions } from "./script.ts";

/** An empty database of a run's own. */
export interface Place {
  /** What `--database` takes. */
  readonly location: string;
  /** Takes it away with everything in it. */
  remove(): Promise<void>;
}

/** A new file in a folder of its own, or a new database on a PostgreSQL server that is started for it. */
export async function newPlace(database: RunOptions["database"]): Promise<Place> {
  return database === "sqlite" ? newFile() : newServer();
}

async function newFile(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "servicialo-endurance-"));
  return { location: join(folder, "node.db"), remove: () => rm(folder, { recursive: true, force: true }) };
}

async function newServer(): Promise<Place> {
  const server = await startPostgresServer();
  await onServer(server.url("postgres"), "create database endurance");
  return { location: server.url("endurance"), remove: () => server.stop() };
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onServer, startPostgresServer } from "../src/testing/postgres-server.ts";
import type { DatabaseOptions } from "./script.ts";

/** An empty database of a run's own. */
export interface Place {
  /** What `--database` takes. */
  readonly location: string;
  /** Takes it away with everything in it. */
  remove(): Promise<void>;
}

/** A new file in a folder of its own, or a new database on a PostgreSQL server that is started for it. */
export async function newPlace(database: DatabaseOptions["database"]): Promise<Place> {
  return database === "sqlite" ? newFile() : newServer();
}

/** What a run is given at its place. */
export interface Stay {
  readonly location: string;
  /** Whole seconds since it began. */
  elapsed(): number;
}

/**
 * Runs at a place that is new and taken away again, and prints what the run says of itself, with the seconds it took, its
 * database and its seed.
 */
export async function runAtPlace(
  { database, seed }: DatabaseOptions,
  run: (stay: Stay) => Promise<readonly string[]>,
): Promise<void> {
  const began = performance.now();
  const elapsed = () => Math.round((performance.now() - began) / 1000);
  const place = await newPlace(database);
  try {
    const figures = await run({ location: place.location, elapsed });
    console.log([...figures, `${elapsed()} s, ${database}, seed ${seed}`].join("; "));
  } finally {
    await place.remove();
  }
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

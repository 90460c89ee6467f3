import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApp } from "../../src/build-app.ts";
import { openVault } from "../../src/evidence/vault.ts";
import { plantSeed } from "../../src/seed/plant-seed.ts";
import { type Database, openDatabase } from "../../src/storage/open-database.ts";
import { onServer, startPostgresServer, type TestServer } from "../../src/testing/postgres-server.ts";
import { benchClinic, benchClock, benchConfig } from "./clinic.ts";

export const DIALECTS = ["sqlite", "postgres"] as const;
export type Dialect = (typeof DIALECTS)[number];

/** Who and what the clinic of the benches consists of. */
export interface Cast {
  readonly token: string;
  readonly agentToken: string;
  readonly organizationId: string;
  readonly offerId: string;
  readonly providers: readonly string[];
  /** Their keys, in the same order. */
  readonly providerTokens: readonly string[];
  readonly resources: readonly string[];
  readonly clients: readonly string[];
}

/** A database with the clinic of the benches. */
export interface Stage {
  readonly dialect: Dialect;
  readonly location: string;
  readonly cast: Cast;
  /** Sessions that were planted so far; `plantSessions` counts on. */
  planted: number;
  drop(): Promise<void>;
}

let server: Promise<TestServer> | undefined;
let databases = 0;

/** Stops the PostgreSQL server, if one was started. */
export async function closeStages(): Promise<void> {
  await (await server)?.stop();
  server = undefined;
}

/** Makes a database with the clinic of the benches and no sessions. */
export async function openStage(dialect: Dialect): Promise<Stage> {
  const { location, drop } = await (dialect === "sqlite" ? newFile() : newPostgresDatabase());
  const database = await openDatabase({ location });
  try {
    return { dialect, location, cast: await plantClinic(database), planted: 0, drop };
  } finally {
    await database.close();
  }
}

async function newFile() {
  const folder = await mkdtemp(join(tmpdir(), "servicialo-bench-"));
  return { location: join(folder, "clinic.db"), drop: () => rm(folder, { recursive: true, force: true }) };
}

async function newPostgresDatabase() {
  // Restricted evidence of a database on a server needs a key of the operator's.
  process.env["SERVICIALO_EVIDENCE_KEY"] ??= Buffer.alloc(32, 7).toString("base64");
  server ??= startPostgresServer({ durable: true });
  const running = await server;
  const name = `bench_${databases++}`;
  await onServer(running.url("postgres"), `create database ${name}`);
  return {
    location: running.url(name),
    drop: () => onServer(running.url("postgres"), `drop database if exists ${name} with (force)`),
  };
}

async function plantClinic(database: Database): Promise<Cast> {
  const keys = await database.transaction((tx) => plantSeed(tx, benchClock(), benchClinic()));
  return database.read(async ({ db }) => {
    const ids = async (table: "providers" | "resources" | "clients" | "offers") =>
      (await db.selectFrom(table).select("id").orderBy("id").execute()).map(({ id }) => id);
    const providers = await ids("providers");
    const credentials = Object.values(keys.credentials);
    return {
      providerTokens: providers.map((id) => credentials.find((one) => one.id === id)?.token ?? ""),
      token: keys.credentials["organization"]?.token ?? "",
      agentToken: keys.credentials["agent"]?.token ?? "",
      organizationId: keys.credentials["organization"]?.id ?? "",
      offerId: (await ids("offers"))[0] ?? "",
      providers,
      resources: await ids("resources"),
      clients: await ids("clients"),
    };
  });
}

/** A node on this database that does not listen, for what has to be done once. */
export async function withNode<Result>(
  location: string,
  work: (app: Awaited<ReturnType<typeof buildApp>>) => Promise<Result>,
  onStatement?: (sql: string, parameters: readonly unknown[]) => void,
): Promise<Result> {
  const database = await openDatabase({ location, ...(onStatement && { onStatement }) });
  const vault = openVault(location, process.env);
  const app = await buildApp({ database, config: benchConfig(location), clock: benchClock(), vault });
  try {
    return await work(app);
  } finally {
    await app.close();
    await database.close();
  }
}

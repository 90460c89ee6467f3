import cluster, { type Worker } from "node:cluster";
import type { NodeConfig } from "./config.ts";
import { listenForScrapes } from "./observability/metrics-page.ts";
import { parseDatabaseLocation } from "./storage/database-location.ts";
import { migrateUp } from "./storage/migrate.ts";

/** Whether this process is one of several that share a port. */
export const isWorker = cluster.isWorker;

/** What a worker tells its supervisor once it listens. */
interface Ready {
  readonly listeningOn: string;
}

/** Tells the supervisor where this worker listens. */
export function reportReady(url: string): void {
  process.send?.({ listeningOn: url } satisfies Ready);
}

/** A worker that lives shorter than this did not get to work, in milliseconds. */
const SHORT_LIFE_MS = 5_000;

/** After so many short lives in a row the supervisor gives up. */
const MOST_SHORT_LIVES = 5;

/** Milliseconds before a worker that died is replaced. */
const REPLACEMENT_PAUSE_MS = 500;

/** How much longer than their own grace period the workers are waited for, in milliseconds. */
const EXTRA_GRACE_MS = 2_000;

/**
 * Runs several processes of the node on one port, and replaces those that die. None of them leads: they share the
 * calendars and the deadlines through the database's locks. Asked to stop, all of them finish what they are at.
 * @throws {Error} when the database is a file, or time is to be moved: both belong to one process
 */
export async function superviseWorkers(config: NodeConfig, count: number): Promise<void> {
  if (parseDatabaseLocation(config.database).dialect !== "postgres") {
    throw new Error("Several workers need PostgreSQL: on an SQLite file writers take turns anyway.");
  }
  if (config.sandboxClock)
    throw new Error("The sandbox clock belongs to one process: leave out --workers or --sandbox-clock.");
  await migrateUp(config.database);
  await showMetrics(config);
  new Supervisor(config, count).start();
}

/** The metrics of all workers, gathered here; nothing is loaded for it when nobody may read them. */
async function showMetrics(config: NodeConfig): Promise<void> {
  if (config.metricsPort === null && config.metricsToken === null) return;
  const { gatherFromWorkers } = await import("./observability/metrics-of-workers.ts");
  const listener = await listenForScrapes(config, gatherFromWorkers());
  if (listener) console.log(`Metrics are at ${listener.url}`);
}

class Supervisor {
  readonly #config: NodeConfig;
  readonly #count: number;
  readonly #ready = new Set<Worker>();
  #announced = false;
  #shortLives = 0;
  #stopping = false;
  #exitCode = 0;

  constructor(config: NodeConfig, count: number) {
    this.#config = config;
    this.#count = count;
  }

  start(): void {
    cluster.on("message", (worker, message: Partial<Ready>) => this.#onReady(worker, message));
    cluster.on("exit", (worker, code, signal) => this.#onExit(worker, code, signal));
    process.on("SIGINT", () => this.#stop());
    process.on("SIGTERM", () => this.#stop());
    for (let started = 0; started < this.#count; started++) this.#fork();
  }

  #fork(): void {
    const bornAt = performance.now();
    cluster.fork().once("exit", () => {
      this.#shortLives = performance.now() - bornAt < SHORT_LIFE_MS ? this.#shortLives + 1 : 0;
    });
  }

  #onReady(worker: Worker, { listeningOn }: Partial<Ready>): void {
    // Workers say other things, too.
    if (listeningOn === undefined) return;
    this.#ready.add(worker);
    if (this.#announced || this.#ready.size < this.#count) return;
    this.#announced = true;
    console.log(`The node listens on ${listeningOn}/servicialo/v1 with ${this.#count} workers`);
  }

  #onExit(worker: Worker, code: number | null, signal: string | null): void {
    this.#ready.delete(worker);
    if (this.#stopping) {
      // One that was only starting ends by the signal itself.
      if (code !== 0 && signal !== "SIGTERM") this.#exitCode = 1;
      if (Object.keys(cluster.workers ?? {}).length === 0) process.exit(this.#exitCode);
      return;
    }
    console.error(`Worker ${worker.process.pid} ended (${signal ?? `code ${code}`}).`);
    if (this.#shortLives >= MOST_SHORT_LIVES) {
      console.error("The workers do not stay alive; see what they said above.");
      this.#exitCode = 1;
      this.#stop();
      return;
    }
    setTimeout(() => this.#stopping || this.#fork(), REPLACEMENT_PAUSE_MS);
  }

  #stop(): void {
    if (this.#stopping) return;
    this.#stopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    if (workers.length === 0) process.exit(this.#exitCode);
    for (const worker of workers) worker.process.kill("SIGTERM");
    setTimeout(() => process.exit(1), this.#config.shutdownGraceSeconds * 1000 + EXTRA_GRACE_MS).unref();
  }
}

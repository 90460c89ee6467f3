import type { FastifyInstance } from "fastify";
import { buildApp } from "./build-app.ts";
import { type Clock, SandboxClock, systemClock } from "./clock.ts";
import type { NodeConfig } from "./config.ts";
import { startDeadlineTimer } from "./deadlines/deadline-timer.ts";
import { logNotices } from "./events/log-notices.ts";
import { type NoticeSender, outboxOf } from "./events/outbox.ts";
import { openVault } from "./evidence/vault.ts";
import type { NodeMetrics } from "./observability/metrics.ts";
import { listenForScrapes, type MetricsListener } from "./observability/metrics-page.ts";
import { type Tracing, traceBy } from "./observability/tracing.ts";
import type { NodeServices } from "./pipeline/execute.ts";
import { openDatabase } from "./storage/open-database.ts";
import { isWorker } from "./workers.ts";

/** A node that listens. */
export interface RunningNode {
  /** Address it listens on, e.g. `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly app: FastifyInstance;
  readonly services: NodeServices;
  /** Where its metrics are read, when it has a listener for them. */
  readonly metricsUrl: string | null;
  /** Lets running requests end, then closes the database. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Opens the database, brings its schema up to date and listens.
 * @param sendNotice how people are reached; the log says who would have to be, unless told
 */
export async function startNode(config: NodeConfig, clock?: Clock, sendNotice?: NoticeSender): Promise<RunningNode> {
  const [metrics, tracing] = await Promise.all([metricsFor(config), tracingFor(config)]);
  const opened = await openDatabase({ location: config.database, poolSize: config.databasePoolSize });
  const database = metrics?.counting(opened) ?? opened;
  const services: NodeServices = {
    database,
    metrics,
    config,
    clock: clock ?? (config.sandboxClock ? new SandboxClock() : systemClock),
    vault: openVault(config.database, environmentWith(config)),
  };
  metrics?.watch(services);
  let scrapes: MetricsListener | null = null;
  try {
    const app = await buildApp(services);
    const outbox = outboxOf(services);
    outbox.sendNoticesBy(sendNotice ?? logNotices(app.log));
    const timer = startDeadlineTimer(services, app.log);
    app.addHook("onClose", async () => {
      await timer.stop();
      await outbox.close();
      await scrapes?.close();
    });
    const url = await app.listen({ host: config.host, port: config.port });
    if (config.publicUrl === null) services.config = { ...config, publicUrl: url };
    // The metrics of several workers are gathered, and shown, by their supervisor.
    if (metrics && !isWorker) scrapes = await listenForScrapes(config, () => metrics.expose());
    return { url, app, services, metricsUrl: scrapes?.url ?? null, close: closeOnce(app, services, tracing) };
  } catch (error) {
    await scrapes?.close();
    await database.close();
    await endTracing(tracing);
    throw error;
  }
}

/** The evidence key may stand in the configuration's file as well. */
function environmentWith({ evidenceKey }: NodeConfig): NodeJS.ProcessEnv {
  return evidenceKey === null ? process.env : { ...process.env, SERVICIALO_EVIDENCE_KEY: evidenceKey };
}

/** Counts only where somebody may read it; nothing is loaded for it otherwise. */
async function metricsFor({ metricsPort, metricsToken }: NodeConfig): Promise<NodeMetrics | undefined> {
  if (metricsPort === null && metricsToken === null) return undefined;
  return (await import("./observability/prometheus.ts")).openMetrics();
}

/** Traces only where they are sent somewhere; nothing is loaded for it otherwise. */
async function tracingFor({ tracesEndpoint }: NodeConfig): Promise<Tracing | null> {
  if (tracesEndpoint === null) return null;
  const tracing = (await import("./observability/open-telemetry.ts")).openTelemetry(tracesEndpoint);
  traceBy(tracing);
  return tracing;
}

async function endTracing(tracing: Tracing | null): Promise<void> {
  if (tracing === null) return;
  traceBy(null);
  await tracing.shutdown();
}

function closeOnce(app: FastifyInstance, services: NodeServices, tracing: Tracing | null): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => {
    closing ??= closeConnections(app)
      .then(() => services.database.close())
      .finally(() => endTracing(tracing));
    return closing;
  };
}

/** Milliseconds between two looks for connections that have nothing left to answer. */
const SWEEP_MS = 50;

/** Closes the server. A connection that was busy when closing began would be kept alive by its client long after. */
async function closeConnections(app: FastifyInstance): Promise<void> {
  const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
  }
}

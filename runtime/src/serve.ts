import type { FastifyInstance } from "fastify";
import { buildApp } from "./build-app.ts";
import { type Clock, SandboxClock, systemClock } from "./clock.ts";
import type { NodeConfig } from "./config.ts";
import { startDeadlineTimer } from "./deadlines/deadline-timer.ts";
import { logNotices } from "./events/log-notices.ts";
import { type NoticeSender, outboxOf } from "./events/outbox.ts";
import { openVault } from "./evidence/vault.ts";
import type { NodeServices } from "./pipeline/execute.ts";
import { openDatabase } from "./storage/open-database.ts";

/** A node that listens. */
export interface RunningNode {
  /** Address it listens on, e.g. `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly app: FastifyInstance;
  readonly services: NodeServices;
  /** Lets running requests end, then closes the database. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Opens the database, brings its schema up to date and listens.
 * @param sendNotice how people are reached; the log says who would have to be, unless told
 */
export async function startNode(config: NodeConfig, clock?: Clock, sendNotice?: NoticeSender): Promise<RunningNode> {
  const database = await openDatabase({ location: config.database, poolSize: config.databasePoolSize });
  const services: NodeServices = {
    database,
    config,
    clock: clock ?? (config.sandboxClock ? new SandboxClock() : systemClock),
    vault: openVault(config.database, process.env),
  };
  try {
    const app = await buildApp(services);
    const outbox = outboxOf(services);
    outbox.sendNoticesBy(sendNotice ?? logNotices(app.log));
    const timer = startDeadlineTimer(services, app.log);
    app.addHook("onClose", async () => {
      await timer.stop();
      await outbox.close();
    });
    const url = await app.listen({ host: config.host, port: config.port });
    if (config.publicUrl === null) services.config = { ...config, publicUrl: url };
    return { url, app, services, close: closeOnce(app, services) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function closeOnce(app: FastifyInstance, services: NodeServices): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => {
    closing ??= closeConnections(app).then(() => services.database.close());
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

import type { Command } from "commander";
import { type NodeConfig, readConfig } from "../config.ts";
import { startNode } from "../serve.ts";
import { isWorker, reportReady, superviseWorkers } from "../workers.ts";
import { withDatabase } from "./database-option.ts";
import { wholeNumber } from "./whole-number.ts";

interface ServeOptions {
  database: string;
  host?: string;
  port?: string;
  publicUrl?: string;
  sandboxClock?: boolean;
  allowPrivateWebhooks?: boolean;
  logLevel?: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  workers?: string;
}

/** `servicialo-node serve`: runs the node until it is asked to stop. */
export function addServe(program: Command): void {
  withDatabase(program.command("serve"))
    .description("run the node until SIGINT or SIGTERM")
    .option("--host <address>", "address to listen on (SERVICIALO_HOST)")
    .option("-p, --port <number>", "port to listen on, 0 for any free one (SERVICIALO_PORT)")
    .option("--public-url <url>", "address under which others reach the node (SERVICIALO_PUBLIC_URL)")
    .option("--workers <number>", "processes that share the port and the work; PostgreSQL only")
    .option("--sandbox-clock", "offer /sandbox/clock, which moves time; refused in production")
    .option(
      "--allow-private-webhooks",
      "also send webhooks to private and loopback addresses, and register endpoints there, for development",
    )
    .option("--log-level <level>", "fatal, error, warn, info, debug, trace or silent")
    .action(serve);
}

async function serve(options: ServeOptions): Promise<void> {
  const port = wholeNumber("--port", options.port, [0, 65_535]);
  const workers = wholeNumber("--workers", options.workers, [1, 64]) ?? 1;
  const config = readConfig(process.env, {
    database: options.database,
    ...(options.host !== undefined && { host: options.host }),
    ...(port !== undefined && { port }),
    ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl.replace(/\/+$/, "") }),
    ...(options.sandboxClock !== undefined && { sandboxClock: options.sandboxClock }),
    ...(options.allowPrivateWebhooks !== undefined && { allowPrivateWebhooks: options.allowPrivateWebhooks }),
    ...(options.logLevel !== undefined && { logLevel: options.logLevel }),
  });
  if (workers > 1 && !isWorker) return superviseWorkers(config, workers);
  await serveHere(config);
}

/** Serves in this process. */
async function serveHere(config: NodeConfig): Promise<void> {
  const node = await startNode(config);
  if (isWorker) reportReady(node.url);
  else console.log(`The node listens on ${node.url}/servicialo/v1`);
  const grace = config.shutdownGraceSeconds * 1000;
  let stopping = false;
  const stop = (signal: NodeJS.Signals | "disconnect") => {
    if (stopping) return;
    stopping = true;
    node.app.log.info({ signal }, "stopping");
    // Requests that outlive the grace period are cut off rather than keeping the process alive.
    setTimeout(() => process.exit(1), grace).unref();
    node.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  // A worker whose supervisor is gone would go on unseen.
  if (isWorker) process.once("disconnect", () => stop("disconnect"));
}

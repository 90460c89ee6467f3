import type { Command } from "commander";
import { readConfig } from "../config.ts";
import { startNode } from "../serve.ts";

interface ServeOptions {
  database: string;
  host?: string;
  port?: string;
  publicUrl?: string;
  sandboxClock?: boolean;
  logLevel?: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
}

/** `servicialo-node serve`: runs the node until it is asked to stop. */
export function addServe(program: Command): void {
  program
    .command("serve")
    .description("run the node until SIGINT or SIGTERM")
    .requiredOption("-d, --database <file>", "SQLite file; it is created when missing", process.env["SERVICIALO_DATABASE"])
    .option("--host <address>", "address to listen on (SERVICIALO_HOST)")
    .option("-p, --port <number>", "port to listen on, 0 for any free one (SERVICIALO_PORT)")
    .option("--public-url <url>", "address under which others reach the node (SERVICIALO_PUBLIC_URL)")
    .option("--sandbox-clock", "offer /sandbox/clock, which moves time; refused in production")
    .option("--log-level <level>", "fatal, error, warn, info, debug, trace or silent")
    .action(serve);
}

async function serve(options: ServeOptions): Promise<void> {
  const port = options.port === undefined ? undefined : Number(options.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new Error(`--port is "${options.port}"; give a number from 0 to 65535.`);
  }
  const config = readConfig(process.env, {
    database: options.database,
    ...(options.host !== undefined && { host: options.host }),
    ...(port !== undefined && { port }),
    ...(options.publicUrl !== undefined && { publicUrl: options.publicUrl.replace(/\/+$/, "") }),
    ...(options.sandboxClock !== undefined && { sandboxClock: options.sandboxClock }),
    ...(options.logLevel !== undefined && { logLevel: options.logLevel }),
  });
  const node = await startNode(config);
  console.log(`The node listens on ${node.url}/servicialo/v1`);
  const grace = config.shutdownGraceSeconds * 1000;
  const stop = (signal: NodeJS.Signals) => {
    node.app.log.info({ signal }, "stopping");
    // Requests that outlive the grace period are cut off rather than keeping the process alive.
    setTimeout(() => process.exit(1), grace).unref();
    node.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

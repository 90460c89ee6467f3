import type { Command } from "commander";
import type { NodeConfig } from "../config.ts";
import { startNode } from "../serve.ts";
import { isWorker, reportReady, superviseWorkers } from "../workers.ts";
import { configOf, type SettingFlags, withSettings } from "./setting-flags.ts";

/** `servicialo-node serve`: runs the node until it is asked to stop. */
export function addServe(program: Command): void {
  withSettings(program.command("serve"))
    .description("run the node until SIGINT or SIGTERM")
    .addHelpText(
      "after",
      `
A flag goes before the environment, the environment before the file, the file before the default. More can be set than
has a flag: see \`servicialo-node config settings\`.

The protocol is at /servicialo/v1, MCP at /mcp, the API reference at /docs, the operations board at /board.

Examples:
  servicialo-node serve --database clinic.db                            one file, one process, port 3000
  servicialo-node serve --config node.yaml                              see \`servicialo-node config example\`
  servicialo-node serve --database postgres://… --workers 4             several processes, one port
  servicialo-node serve --database clinic.db --metrics-port 9464        Prometheus reads 127.0.0.1:9464/metrics
  OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318 servicialo-node serve -d clinic.db      traces for every request`,
    )
    .action(serve);
}

async function serve(flags: SettingFlags): Promise<void> {
  const { config } = configOf(flags, process.env);
  if (config.workers > 1 && !isWorker) return superviseWorkers(config, config.workers);
  await serveHere(config);
}

/** Serves in this process. */
async function serveHere(config: NodeConfig): Promise<void> {
  const node = await startNode(config);
  if (isWorker) reportReady(node.url);
  else {
    console.log(`The node listens on ${node.url}/servicialo/v1`);
    if (node.metricsUrl !== null) console.log(`Metrics are at ${node.metricsUrl}`);
  }
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

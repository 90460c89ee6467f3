import type { FastifyBaseLogger } from "fastify";
import type { NodeServices } from "../pipeline/execute.ts";
import { runDueDeadlines } from "./run-due-deadlines.ts";

/** How often the node looks for due work when nobody calls it, in milliseconds. */
const INTERVAL_MS = 1000;

export interface DeadlineTimer {
  /** Stops looking, and waits for the work that runs. */
  stop(): Promise<void>;
}

/** Runs what is due even when no request comes. */
export function startDeadlineTimer(services: NodeServices, log: FastifyBaseLogger): DeadlineTimer {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = runDueDeadlines(services)
      .catch((error: unknown) => log.error({ err: error }, "due work failed"))
      .finally(() => {
        busy = false;
      });
  }, INTERVAL_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

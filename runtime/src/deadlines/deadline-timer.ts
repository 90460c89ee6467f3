import type { FastifyBaseLogger } from "fastify";
import { haltCutOffActions } from "../audit/intents.ts";
import { outboxOf } from "../events/outbox.ts";
import type { NodeServices } from "../pipeline/execute.ts";
import { dueTurn, runDueDeadlines } from "./run-due-deadlines.ts";

/** How often the node looks for due work when nobody calls it, in milliseconds. */
const INTERVAL_MS = 1000;

/** Every how many times it looks for actions of agents that a crash cut off; the first time is one of them. */
const LOOK_FOR_CUT_OFF = 30;

export interface DeadlineTimer {
  /** Stops looking, and waits for the work that runs. */
  stop(): Promise<void>;
}

/** Runs what is due even when no request comes, and sends what is in line. */
export function startDeadlineTimer(services: NodeServices, log: FastifyBaseLogger): DeadlineTimer {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  let looks = 0;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = dueTurn(services)
      .runExclusive(() => runDueDeadlines(services))
      .then(() => outboxOf(services).launch())
      .then(() => (looks++ % LOOK_FOR_CUT_OFF === 0 ? haltCutOffActions(services) : 0))
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

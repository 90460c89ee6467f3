import cluster, { type Worker } from "node:cluster";
import { AggregatorRegistry } from "prom-client";
import type { Exposition } from "./metrics.ts";

/** What a worker sends to its supervisor when somebody wants the metrics. */
export const CLUSTER_QUESTION = "servicialo:metrics";

/** What the supervisor answers. */
export interface ClusterAnswer {
  readonly id: number;
  readonly metrics?: string;
  readonly error?: string;
}

export function isClusterAnswer(message: unknown): message is ClusterAnswer {
  const { id, metrics, error } = (message ?? {}) as Partial<ClusterAnswer>;
  return typeof id === "number" && (typeof metrics === "string" || typeof error === "string");
}

/**
 * Lets the supervisor of several workers gather their metrics: counters and histograms are summed, what all read from
 * the same database counts once, and the supervisor itself counts nothing.
 */
export function gatherFromWorkers(): () => Promise<Exposition> {
  const gatherer = new AggregatorRegistry();
  const expose = async () => ({ contentType: gatherer.contentType, body: await gatherer.clusterMetrics() });
  cluster.on("message", (worker: Worker, message: unknown) => {
    const { ask, id } = (message ?? {}) as { ask?: unknown; id?: unknown };
    if (ask !== CLUSTER_QUESTION || typeof id !== "number") return;
    const answer = (one: ClusterAnswer) => worker.isConnected() && worker.send(one);
    expose().then(
      ({ body }) => answer({ id, metrics: body }),
      (error: unknown) => answer({ id, error: String(error) }),
    );
  });
  return expose;
}

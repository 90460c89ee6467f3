import cluster from "node:cluster";
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Database } from "../storage/open-database.ts";
import { tellingMoves } from "./committed-moves.ts";
import type { AnsweredRequest, Exposition, NodeMetrics, QueueSource } from "./metrics.ts";
import { CLUSTER_QUESTION, type ClusterAnswer, isClusterAnswer } from "./metrics-of-workers.ts";
import { type Queues, readQueues } from "./queues.ts";

/** Upper bounds of the duration histogram, in seconds: a reading within a few milliseconds, a refusal by a timeout. */
const DURATIONS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Milliseconds that the supervisor may take to ask all workers. */
const CLUSTER_PATIENCE_MS = 6_000;

/** A gauge that is read from the database: of several workers all read the same, so that it counts once. */
interface QueueGauge {
  readonly name: string;
  readonly help: string;
  readonly of: (queues: Queues) => number;
}

const QUEUE_GAUGES: readonly QueueGauge[] = [
  { name: "servicialo_deadlines_late", help: "Deadlines that are due and not met.", of: (q) => q.deadlinesLate },
  {
    name: "servicialo_deadline_late_seconds",
    help: "Seconds by which the oldest unmet deadline is late.",
    of: (q) => q.deadlineSecondsLate,
  },
  { name: "servicialo_webhooks_waiting", help: "Webhook deliveries in line.", of: (q) => q.webhooksWaiting },
  {
    name: "servicialo_webhooks_retrying",
    help: "Webhook deliveries in line that failed before.",
    of: (q) => q.webhooksRetrying,
  },
  {
    name: "servicialo_webhook_late_seconds",
    help: "Seconds by which the oldest webhook delivery is late.",
    of: (q) => q.webhookSecondsLate,
  },
  { name: "servicialo_notices_waiting", help: "Notices to people in line.", of: (q) => q.noticesWaiting },
];

/** The metrics of this process. */
export function openMetrics(): NodeMetrics {
  return new PrometheusMetrics();
}

class PrometheusMetrics implements NodeMetrics {
  readonly #registry = new Registry();
  readonly #requests: Counter<"operation" | "outcome" | "door">;
  readonly #durations: Histogram<"operation" | "door">;
  readonly #moves: Counter<"from" | "to">;
  readonly #webhooks: Counter<"outcome">;
  #reading: Promise<Queues | null> | null = null;

  constructor() {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Counter({
      name: "servicialo_requests_total",
      help: "Requests by operation, outcome (ok or the protocol's error code) and door.",
      labelNames: ["operation", "outcome", "door"],
      registers,
    });
    this.#durations = new Histogram({
      name: "servicialo_request_duration_seconds",
      help: "Seconds from a request's arrival to the end of its answer.",
      labelNames: ["operation", "door"],
      buckets: DURATIONS,
      registers,
    });
    this.#moves = new Counter({
      name: "servicialo_session_moves_total",
      help: "Committed moves of sessions; from none: the session was opened.",
      labelNames: ["from", "to"],
      registers,
    });
    this.#webhooks = new Counter({
      name: "servicialo_webhook_attempts_total",
      help: "Attempts to deliver a webhook by outcome.",
      labelNames: ["outcome"],
      registers,
    });
    if (cluster.isWorker) {
      AggregatorRegistry.setRegistries(this.#registry);
      // Its making is what answers the supervisor's questions.
      new AggregatorRegistry();
    }
  }

  answered({ operation, outcome, door, seconds }: AnsweredRequest): void {
    this.#requests.inc({ operation, outcome, door });
    this.#durations.observe({ operation, door }, seconds);
  }

  webhookTried(delivered: boolean): void {
    this.#webhooks.inc({ outcome: delivered ? "delivered" : "failed" });
  }

  counting(database: Database): Database {
    return tellingMoves(database, ({ from, to }) => this.#moves.inc({ from: from ?? "none", to }));
  }

  watch(source: QueueSource): void {
    const registers = [this.#registry];
    const read = () => this.#read(source);
    for (const { name, help, of } of QUEUE_GAUGES) {
      new Gauge({
        name,
        help: `${help} The same in every process of the node.`,
        aggregator: "max",
        registers,
        async collect() {
          const queues = await read();
          if (queues === null) this.reset();
          else this.set(of(queues));
        },
      });
    }
    new Gauge({
      name: "servicialo_database_up",
      help: "1 when the database answers, 0 when it does not.",
      aggregator: "min",
      registers,
      async collect() {
        this.set((await read()) === null ? 0 : 1);
      },
    });
    if (!source.database.poolUse) return;
    new Gauge({
      name: "servicialo_database_connections",
      help: "Connections to the database: used, idle, and callers waiting for one.",
      labelNames: ["state"],
      registers,
      collect() {
        const { open = 0, idle = 0, waiting = 0 } = source.database.poolUse?.() ?? {};
        this.set({ state: "used" }, open - idle);
        this.set({ state: "idle" }, idle);
        this.set({ state: "waiting" }, waiting);
      },
    });
  }

  async expose(): Promise<Exposition> {
    const { contentType } = this.#registry;
    if (cluster.isWorker) return { contentType, body: await askSupervisor() };
    return { contentType, body: await this.#registry.metrics() };
  }

  /** All gauges of one scrape share one reading. A database that does not answer is a fact to show, not a fault. */
  #read(source: QueueSource): Promise<Queues | null> {
    this.#reading ??= readQueues(source)
      .catch(() => null)
      .finally(() => {
        setImmediate(() => {
          this.#reading = null;
        });
      });
    return this.#reading;
  }
}

let questions = 0;

/** The metrics of all workers, which only their supervisor can gather. */
function askSupervisor(): Promise<string> {
  const question = { ask: CLUSTER_QUESTION, id: questions++ };
  return new Promise((resolve, reject) => {
    const settle = (message: unknown) => {
      if (!isClusterAnswer(message) || message.id !== question.id) return;
      finish(message);
    };
    const patience = setTimeout(
      () => finish({ id: question.id, error: "the supervisor does not answer" }),
      CLUSTER_PATIENCE_MS,
    );
    const finish = (answer: ClusterAnswer) => {
      clearTimeout(patience);
      process.off("message", settle);
      if (answer.metrics !== undefined) resolve(answer.metrics);
      else reject(new Error(answer.error ?? "the workers did not all answer"));
    };
    process.on("message", settle);
    process.send?.(question);
  });
}

import type { Database } from "../storage/open-database.ts";
import type { Door } from "./door.ts";

/** One answered request of the HTTP profile. */
export interface AnsweredRequest {
  /** Id of the operation, name of an extension, or `none`. */
  readonly operation: string;
  /** `ok`, or the protocol's error code. */
  readonly outcome: string;
  readonly door: Door;
  readonly seconds: number;
}

/** What is counted while the node works; nothing of it names a person or an organization. */
export interface NodeMetrics {
  answered(request: AnsweredRequest): void;
  /** An attempt to hand a webhook to its subscriber. */
  webhookTried(delivered: boolean): void;
  /** The database, whose committed moves are counted. */
  counting(database: Database): Database;
  /** Reads what lies in the database's queues each time it is asked. */
  watch(source: QueueSource): void;
  /** All of it in the text format of Prometheus; with several workers, of all of them. */
  expose(): Promise<Exposition>;
}

export interface Exposition {
  readonly contentType: string;
  readonly body: string;
}

/** What the gauges of queues are read from. */
export interface QueueSource {
  readonly database: Database;
  readonly clock: { now(): number };
}

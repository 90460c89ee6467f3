import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** A part of the way of a request that has a span of its own. */
export type Step =
  | "version"
  | "credential"
  | "idempotency"
  | "validation"
  | "deadlines"
  | "actor"
  | "mandate"
  | "operation"
  | "audit";

/** What makes spans; only there when traces are configured. */
export interface Tracing {
  /** Opens the span of a request, below the caller's, and runs the rest inside it. */
  begin(request: FastifyRequest, rest: () => void): void;
  /** Runs the rest inside the span of a request again: reading a body has left it. */
  resume(request: FastifyRequest, rest: () => void): void;
  end(request: FastifyRequest, reply: FastifyReply): void;
  step<Result>(step: Step, work: () => Result): Result;
  /** A step that was over before it was told of; `began` by the clock of `performance.now`. */
  past(step: Step, began: number): void;
  /** Sends what is left. */
  shutdown(): Promise<void>;
}

let active: Tracing | null = null;

/** Begins or, with null, ends making spans in this process. */
export function traceBy(tracing: Tracing | null): void {
  active = tracing;
}

/** Runs a step of the pipeline, in a span of its own when traces are configured. */
export function traced<Result>(step: Step, work: () => Result): Result {
  return active === null ? work() : active.step(step, work);
}

/** Tells of a step that has just ended. */
export function tracedSince(step: Step, began: number | undefined): void {
  if (began !== undefined) active?.past(step, began);
}

/** Whether spans are made at all. */
export function isTracing(): boolean {
  return active !== null;
}

/** A span for every request that the server answers, by whichever door. Without traces there is not even a hook. */
export function traceRequests(app: FastifyInstance): void {
  const tracing = active;
  if (tracing === null) return;
  app.addHook("onRequest", (request, _reply, done) => tracing.begin(request, done));
  app.addHook("preValidation", (request, _reply, done) => tracing.resume(request, done));
  app.addHook("onResponse", async (request, reply) => tracing.end(request, reply));
}

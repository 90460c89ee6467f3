import type { FastifyInstance, FastifyRequest } from "fastify";
import { currentDoor, type Door } from "./door.ts";
import type { NodeMetrics } from "./metrics.ts";
import { isTracing, tracedSince } from "./tracing.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The door by which it came to the operations. */
    door: Door;
    /** `ok`, or the code of the refusal that it is answered with. */
    outcome: string;
    /** When its validation began, by the clock of `performance.now`; only while there are traces. */
    validationBegan: number | undefined;
  }
  interface FastifyContextConfig {
    /** Name of an extension of this node, where a route is none of an operation. */
    extension?: string;
  }
}

/** Lets every request know by which door it came, and counts it when it is answered. */
export function observeRequests(app: FastifyInstance, metrics: NodeMetrics | undefined): void {
  app.decorateRequest("door", "http");
  app.decorateRequest("outcome", "ok");
  app.decorateRequest("validationBegan", undefined);
  app.addHook("onRequest", async (request) => {
    request.door = currentDoor();
  });
  if (isTracing()) {
    app.addHook("preHandler", async (request) => endValidation(request));
  }
  if (!metrics) return;
  app.addHook("onResponse", async (request, reply) => {
    metrics.answered({
      operation: operationOfRequest(request),
      outcome: request.outcome,
      door: request.door,
      seconds: reply.elapsedTime / 1000,
    });
  });
}

/** Ends the step of validation, with or without success; called again, nothing happens. */
export function endValidation(request: FastifyRequest): void {
  tracedSince("validation", request.validationBegan);
  request.validationBegan = undefined;
}

/** The operation that a request means, the extension that it reached, or `none`: a closed list of words. */
export function operationOfRequest(request: FastifyRequest): string {
  const { operationIds, extension } = request.routeOptions.config as { operationIds?: string[]; extension?: string };
  return request.operationId ?? request.meantOperation ?? operationIds?.[0] ?? extension ?? "none";
}

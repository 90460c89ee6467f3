import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import type { NodeConfig } from "../../config.ts";
import { ProtocolError } from "../../errors.ts";

export type RouteHook = ReturnType<FastifyInstance["rateLimit"]>;

/**
 * Makes the hook that limits an address across all routes that have it; every answer of theirs says how much is left
 * (D-27, SVC-RATE-002).
 */
export async function installRateLimit(app: FastifyInstance, config: NodeConfig): Promise<RouteHook> {
  await app.register(rateLimit, {
    global: false,
    max: config.publicRateLimit,
    timeWindow: config.publicRateWindowSeconds * 1000,
    errorResponseBuilder: (_request, context) => {
      const seconds = Math.max(1, Math.ceil(context.ttl / 1000));
      return new ProtocolError("RATE_LIMITED", {
        detail: `Try again in ${seconds} seconds.`,
        meta: { retry_after: seconds },
      });
    },
  });
  return app.rateLimit();
}

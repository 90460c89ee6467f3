import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import type { NodeConfig } from "../../config.ts";
import { ProtocolError } from "../../errors.ts";

/** Limits public operations per address; every public answer says how much is left (D-27, SVC-RATE-002). */
export async function installRateLimit(app: FastifyInstance, config: NodeConfig): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    max: config.publicRateLimit,
    timeWindow: config.publicRateWindowSeconds * 1000,
    errorResponseBuilder: (_request, context) => {
      const seconds = Math.max(1, Math.ceil(context.ttl / 1000));
      return new ProtocolError("RATE_LIMITED", { detail: `Try again in ${seconds} seconds.`, meta: { retry_after: seconds } });
    },
  });
}

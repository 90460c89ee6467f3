import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { NodeConfig } from "../../config.ts";
import { ProtocolError } from "../../errors.ts";

export type RouteHook = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

export interface RateLimits {
  /** Limits an address across all public routes. */
  readonly byAddress: RouteHook;
  /** Limits an organization's public booking lane, whoever calls; the one with less left is told. */
  readonly byOrganization: RouteHook;
}

/** Makes the limits; every answer of a limited route says how much is left (D-27, SVC-RATE-002). */
export async function installRateLimits(app: FastifyInstance, config: NodeConfig): Promise<RateLimits> {
  await app.register(rateLimit, {
    global: false,
    max: config.publicRateLimit,
    timeWindow: config.publicRateWindowSeconds * 1000,
    errorResponseBuilder: (_request, context) => tooMany(context.ttl),
  });
  return { byAddress: app.rateLimit() as RouteHook, byOrganization: organizationLimit(app, config) };
}

function organizationLimit(app: FastifyInstance, config: NodeConfig): RouteHook {
  const check = app.createRateLimit({
    max: config.publicOrganizationRateLimit,
    keyGenerator: (request) => (request.params as { org_slug?: string }).org_slug ?? "",
  });
  return async (request, reply) => {
    const limit = await check(request);
    if (limit.isAllowed) return;
    if (limit.remaining < Number(reply.getHeader("x-ratelimit-remaining") ?? Number.POSITIVE_INFINITY)) {
      reply.headers({
        "x-ratelimit-limit": limit.max,
        "x-ratelimit-remaining": limit.remaining,
        "x-ratelimit-reset": limit.ttlInSeconds,
      });
    }
    if (limit.isExceeded) throw tooMany(limit.ttl);
  };
}

function tooMany(milliseconds: number): ProtocolError {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  return new ProtocolError("RATE_LIMITED", {
    detail: `Try again in ${seconds} seconds.`,
    meta: { retry_after: seconds },
  });
}

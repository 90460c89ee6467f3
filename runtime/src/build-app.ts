import { randomUUID } from "node:crypto";
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from "fastify";
import { checkoutPage } from "./channels/http/checkout-page.ts";
import { answerUnroutable, httpDoor } from "./channels/http/http-door.ts";
import { closeSilentConnections } from "./channels/http/silent-connections.ts";
import type { NodeServices } from "./pipeline/execute.ts";

/** Characters of a caller's `X-Request-Id` that are echoed; anything else gets a new id. */
const REQUEST_ID = /^[\x21-\x7e]{1,128}$/;

/** Headers that carry secrets; they never reach a log. */
const SECRET_HEADERS = ["authorization", "cookie", "x-servicialo-actor", "idempotency-key"];

/** A request as it is logged. The path of a public booking holds the key to it. */
function withoutTokens({ method, url, host, ip }: FastifyRequest) {
  return { method, url: url.replaceAll(/pbt_[^/?#]+/g, "pbt_[redacted]"), host, remoteAddress: ip };
}

/** Builds the node's server: logging, request ids and the doors. It does not listen yet. */
export async function buildApp(services: NodeServices): Promise<FastifyInstance> {
  const { config } = services;
  const app = Fastify({
    logger: {
      level: config.logLevel,
      redact: SECRET_HEADERS.map((name) => `req.headers["${name}"]`),
      serializers: { req: withoutTokens },
    },
    bodyLimit: config.bodyLimitBytes,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    routerOptions: { maxParamLength: 512, ignoreTrailingSlash: true },
    logController: new LogController({ requestIdLogLabel: "request_id" }),
    genReqId: (request) => {
      const given = request.headers["x-request-id"];
      return typeof given === "string" && REQUEST_ID.test(given) ? given : `req_${randomUUID()}`;
    },
    forceCloseConnections: "idle",
    // While the node stops, what still arrives on open connections is answered like any other request.
    return503OnClosing: false,
    frameworkErrors: answerUnroutable,
  });
  closeSilentConnections(app);
  await app.register((door) => httpDoor(door, services));
  await app.register((page) => checkoutPage(page, services));
  return app;
}

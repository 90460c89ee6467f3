import { randomUUID } from "node:crypto";
import type { McpServer } from "@modelcontextprotocol/server";
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from "fastify";
import { a2aDoor } from "./channels/a2a/a2a-door.ts";
import { adapterDoor } from "./channels/adapter-v1/adapter-door.ts";
import { boardDoor } from "./channels/board/board-door.ts";
import { docsDoor } from "./channels/docs/docs-door.ts";
import { inProcess } from "./channels/exchange/exchange.ts";
import { certificationChallenge } from "./channels/http/certification-challenge.ts";
import { checkoutPage } from "./channels/http/checkout-page.ts";
import { sendErrors, toProtocolErrors } from "./channels/http/error-answer.ts";
import { connectionLimits, limitRequests } from "./channels/http/hostile-input.ts";
import { answerUnroutable, httpDoor } from "./channels/http/http-door.ts";
import { shedOverload } from "./channels/http/overload.ts";
import { closeSilentConnections } from "./channels/http/silent-connections.ts";
import { mcpEndpoint } from "./channels/mcp/http-endpoint.ts";
import { nodeDoor } from "./channels/mcp/node-door.ts";
import { metricsPage } from "./observability/metrics-page.ts";
import { traceRequests } from "./observability/tracing.ts";
import type { NodeServices } from "./pipeline/execute.ts";
import { isWorker } from "./workers.ts";

/** Characters of a caller's `X-Request-Id` that are echoed; anything else gets a new id. */
const REQUEST_ID = /^[\x21-\x7e]{1,128}$/;

/** Headers that carry secrets; they never reach a log. */
const SECRET_HEADERS = ["authorization", "cookie", "x-servicialo-actor", "idempotency-key"];

/** A request as it is logged. The path of a public booking holds the key to it. */
function withoutTokens({ method, url, host, ip }: FastifyRequest) {
  return { method, url: url.replaceAll(/pbt_[^/?#]+/g, "pbt_[redacted]"), host, remoteAddress: ip };
}

/** What tests add to the doors; nothing that a user can set leads here. */
export interface DoorExtras {
  /** Adds fixtures to every MCP server that the node makes. */
  readonly extendMcp?: (server: McpServer) => void;
}

/** Builds the node's server: logging, request ids and the doors. It does not listen yet. */
export async function buildApp(services: NodeServices, doors: DoorExtras = {}): Promise<FastifyInstance> {
  const { config } = services;
  const app = Fastify({
    logger: {
      level: config.logLevel,
      redact: SECRET_HEADERS.map((name) => `req.headers["${name}"]`),
      serializers: { req: withoutTokens },
      ...(config.logStream === "stderr" && { stream: process.stderr }),
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
    ...connectionLimits(config.requestTimeoutSeconds),
  });
  app.setErrorHandler((error, request, reply) =>
    sendErrors(reply, toProtocolErrors(error, request, config.bodyLimitBytes)),
  );
  limitRequests(app);
  shedOverload(app, config.mostRequests);
  closeSilentConnections(app);
  traceRequests(app);
  await app.register((door) => httpDoor(door, services));
  await app.register((page) => checkoutPage(page, services));
  await app.register((door) => certificationChallenge(door, config.certificationChallenges));
  const { metrics } = services;
  if (metrics && config.metricsToken !== null) {
    await app.register((page) => metricsPage(page, { expose: () => metrics.expose(), token: config.metricsToken }));
  }
  const door = nodeDoor(app, services, doors.extendMcp);
  const { host, bodyLimitBytes } = config;
  await app.register((endpoint) =>
    mcpEndpoint(endpoint, {
      door,
      host,
      bodyLimitBytes,
      publicUrl: () => services.config.publicUrl,
      sharesPort: isWorker,
    }),
  );
  await app.register((endpoint) => a2aDoor(endpoint, services));
  await app.register((lane) => adapterDoor(lane, services, inProcess(app, "adapter")));
  if (config.docs) await app.register(docsDoor);
  if (config.board) await app.register((board) => boardDoor(board, services, inProcess(app, "board")));
  return app;
}

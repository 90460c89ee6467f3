import { createHash, timingSafeEqual } from "node:crypto";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { NodeConfig } from "../config.ts";
import type { Exposition } from "./metrics.ts";

export const METRICS_PATH = "/metrics";

/** What a page of metrics is made of. */
export interface MetricsPageOptions {
  readonly expose: () => Promise<Exposition>;
  /** What readers have to send as a bearer token; null: whoever reaches the page may read it. */
  readonly token: string | null;
}

/** Puts `/metrics` on a server. */
export async function metricsPage(app: FastifyInstance, { expose, token }: MetricsPageOptions): Promise<void> {
  app.get(METRICS_PATH, { logLevel: "warn", config: { answersAlways: true } }, async (request, reply) => {
    reply.header("cache-control", "no-store");
    if (token !== null && !carries(request, token)) {
      return say(
        reply.header("www-authenticate", 'Bearer realm="metrics"'),
        401,
        "Send the metricsToken: Authorization: Bearer <token>.",
      );
    }
    try {
      const { contentType, body } = await expose();
      return await reply.header("content-type", contentType).send(body);
    } catch (error) {
      request.log.error({ err: error }, "the metrics could not be gathered");
      return say(reply, 503, "The metrics could not be gathered; see the log.");
    }
  });
}

/** A listener for `/metrics` alone. */
export interface MetricsListener {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens where the configuration says; null when it says nothing. */
export async function listenForScrapes(
  { metricsPort, metricsHost, metricsToken }: NodeConfig,
  expose: () => Promise<Exposition>,
): Promise<MetricsListener | null> {
  if (metricsPort === null) return null;
  const app = Fastify({ forceCloseConnections: true });
  await app.register((page) => metricsPage(page, { expose, token: metricsToken }));
  const url = await app.listen({ host: metricsHost, port: metricsPort });
  return { url: `${url}${METRICS_PATH}`, close: () => app.close() };
}

function say(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.code(status).header("content-type", "text/plain; charset=utf-8").send(`${text}\n`);
}

/** Compared by digests, in a time that tells nothing about the token. */
function carries({ headers }: FastifyRequest, token: string): boolean {
  const sent = /^Bearer ([\x21-\x7e]+)$/i.exec(headers.authorization ?? "")?.[1] ?? "";
  return timingSafeEqual(digestOf(sent), digestOf(token));
}

function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { DOCS_PATH, openReferenceSite, type ReferenceFile, type ReferenceSite } from "./reference-site.ts";

/** Seconds that a browser may keep the bundle before it asks whether it is still the same. */
const KEPT_SECONDS = 3600;

/** The API reference, for people: the generated OpenAPI document in the bundled Scalar, without a request to anybody else. */
export async function docsDoor(app: FastifyInstance): Promise<void> {
  let opening: Promise<ReferenceSite> | undefined;
  const site = () => {
    opening ??= openReferenceSite();
    return opening;
  };
  app.get(DOCS_PATH, async (_request, reply) => {
    const { html, contentSecurityPolicy } = (await site()).page();
    return reply
      .headers({
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": contentSecurityPolicy,
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": "no-cache",
      })
      .send(html);
  });
  const files = { "scalar.js": "script", "openapi.json": "openapiJson", "openapi.yaml": "openapiYaml" } as const;
  for (const [name, member] of Object.entries(files) as [string, (typeof files)[keyof typeof files]][]) {
    app.get(`${DOCS_PATH}/${name}`, async (request, reply) => send(request, reply, (await site())[member]));
  }
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { contentType, body, gzipped, tag }: ReferenceFile,
): FastifyReply {
  reply.headers({
    "content-type": contentType,
    "cache-control": `public, max-age=${KEPT_SECONDS}`,
    etag: tag,
    vary: "accept-encoding",
    "x-content-type-options": "nosniff",
  });
  if (request.headers["if-none-match"] === tag) return reply.code(304).send();
  if (!/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) return reply.send(body);
  return reply.header("content-encoding", "gzip").send(gzipped);
}

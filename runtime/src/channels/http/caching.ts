import { createHash } from "node:crypto";
import type { OperationId } from "@servicialo/schema/0.8/operations";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type HttpAnswer, sendBody } from "./envelope.ts";

/** How long documents of discovery may be kept, in seconds: an hour for lists, five minutes for cards (channels 1). */
const MAX_AGE_SECONDS: Partial<Record<OperationId, number>> = {
  "a2a.get_agent_card": 300,
  "discovery.get_a2a_card": 300,
  "discovery.get_agent_card": 300,
  "discovery.get_root_a2a_card": 300,
  "discovery.get_root_agent_card": 300,
  "discovery.list_agents": 3600,
};

/** Sends an answer; a document that may be kept with its tag, or only word that what the reader kept is still the same. */
export function sendAnswer(
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  operationId: OperationId,
  answer: HttpAnswer,
): FastifyReply {
  const maxAge = MAX_AGE_SECONDS[operationId];
  if (maxAge === undefined || answer.status !== 200) return sendBody(reply, answer);
  const tag = `"${createHash("sha256").update(answer.body).digest("base64url")}"`;
  reply.headers({ "cache-control": `public, max-age=${maxAge}`, etag: tag });
  return isKept(request.headers["if-none-match"], tag) ? reply.code(304).send() : sendBody(reply, answer);
}

/** Whether the reader has this already; tags are compared weakly (RFC 9110, 13.1.2). */
function isKept(tags: string | undefined, tag: string): boolean {
  if (tags === undefined) return false;
  return tags.split(",").some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === tag);
}

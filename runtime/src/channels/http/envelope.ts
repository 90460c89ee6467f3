import type { CollectionResult, DocumentResult, OperationResults, SingleResult } from "@servicialo/schema/0.8/handlers";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import type { FastifyReply } from "fastify";
import { JSON_API, JSON_PLAIN } from "./media-types.ts";

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** Page of a collection as asked for. */
export interface Paging {
  readonly page: number;
  readonly perPage: number;
  /** Path and query of the request, for the links. */
  readonly url: string;
}

/** Sends a body as it is. As bytes, since Fastify would add a charset to text, which the media type does not have. */
export function sendBody(reply: FastifyReply, { status, contentType, body }: HttpAnswer): FastifyReply {
  return reply.code(status).header("content-type", contentType).send(Buffer.from(body));
}

/** Wraps the result of an operation as the HTTP profile has it (operations page, objects page 25). */
export function toHttpAnswer<Id extends OperationId>(
  operationId: Id,
  result: OperationResults[Id],
  paging: Paging,
): HttpAnswer {
  const operation = operations[operationId];
  const [usual = 200] = operation.statuses as readonly number[];
  if ("document" in result) {
    const { document, status } = result as DocumentResult<unknown>;
    return { status: status ?? usual, contentType: JSON_PLAIN, body: JSON.stringify(document) };
  }
  if ("items" in result) {
    const body = collectionBody(operation.answerType, result as CollectionResult<unknown>, paging);
    return { status: usual, contentType: JSON_API, body: JSON.stringify(body) };
  }
  const { id, attributes, meta, status, type } = result as SingleResult<unknown>;
  const body = { data: { type: type ?? operation.answerType, id, attributes }, ...(meta && { meta }) };
  return { status: status ?? usual, contentType: JSON_API, body: JSON.stringify(body) };
}

function collectionBody(type: string | null, result: CollectionResult<unknown>, paging: Paging) {
  const last = Math.max(1, Math.ceil(result.total / paging.perPage));
  const link = (page: number) => withPage(paging.url, page);
  return {
    data: result.items.map(({ id, attributes }) => ({ type, id, attributes })),
    meta: { ...result.meta, total: result.total, page: paging.page, per_page: paging.perPage },
    links: {
      self: link(paging.page),
      next: paging.page < last ? link(paging.page + 1) : null,
      prev: paging.page > 1 ? link(Math.min(paging.page - 1, last)) : null,
      first: link(1),
      last: link(last),
    },
  };
}

function withPage(url: string, page: number): string {
  const [path = "", query = ""] = url.split("?", 2);
  const parameters = new URLSearchParams(query);
  parameters.set("page", String(page));
  return `${path}?${parameters}`;
}

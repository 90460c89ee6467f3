import type { FastifyInstance, FastifyRequest } from "fastify";
import { ProtocolError } from "../../errors.ts";
import { EVENT_STREAM, type EventQuery, eventDocument, readEvents } from "../../events/read-events.ts";
import type { Credential } from "../../pipeline/caller.ts";
import type { NodeServices } from "../../pipeline/execute.ts";
import { BASE, extensionRoute } from "./extension-route.ts";

const URLS = [`${BASE}/${EVENT_STREAM}`, `${BASE}/sessions/:session_id/${EVENT_STREAM}`] as const;

const MOST_EVENTS = 500;
const USUAL_EVENTS = 100;

/**
 * An extension of this node: all events of an organization, or of one of its sessions, in order and from a cursor on.
 * `?after=<cursor>&limit=<1 to 500>`; `meta.next_cursor` is what to ask for next.
 */
export function eventStream(app: FastifyInstance, services: NodeServices): void {
  for (const url of URLS) extensionRoute(app, services, { name: EVENT_STREAM, url, answer: eventsFor });
}

async function eventsFor(services: NodeServices, credential: Credential, request: FastifyRequest) {
  const query = readQuery(request);
  const page = await readEvents(services, credential, query);
  const [path = ""] = request.url.split("?", 1);
  const link = (after: number) => `${path}?after=${after}&limit=${query.limit}`;
  return {
    data: page.events.map((event) => ({ type: EVENT_STREAM, id: event.id, attributes: eventDocument(event) })),
    meta: { next_cursor: String(page.cursor), has_more: page.hasMore },
    links: { self: link(query.after), next: page.hasMore ? link(page.cursor) : null },
  };
}

function readQuery(request: FastifyRequest): EventQuery {
  const { after = "0", limit = String(USUAL_EVENTS) } = request.query as { after?: unknown; limit?: unknown };
  const { session_id: sessionId } = request.params as { session_id?: string };
  return {
    ...(sessionId !== undefined && { sessionId }),
    after: wholeNumber("after", after, [0, 2_147_483_647]),
    limit: wholeNumber("limit", limit, [1, MOST_EVENTS]),
  };
}

function wholeNumber(parameter: string, text: unknown, [least, most]: readonly [number, number]): number {
  const value = typeof text === "string" && /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new ProtocolError("VALIDATION_ERROR", {
    parameter,
    detail: `${parameter} must be a whole number from ${least} to ${most}.`,
  });
}

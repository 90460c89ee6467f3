import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ProtocolError } from "../../errors.ts";
import type { NodeServices } from "../../pipeline/execute.ts";
import { AGENDA, readAgenda, readAgendaSession } from "../../scheduling/read-agenda.ts";
import { authenticate } from "./credentials.ts";
import { sendBody } from "./envelope.ts";
import { checkAccept, JSON_API } from "./media-types.ts";
import { negotiateVersion, VERSION_HEADER } from "./version.ts";

const BASE = "/servicialo/v1";

/** The sessions of one day. */
export const AGENDA_URL = `${BASE}/${AGENDA}`;

/** One session of an agenda, and what is around it. */
export function agendaSessionUrl(sessionId: string): string {
  return `${BASE}/sessions/${sessionId}/${AGENDA}`;
}

const OTHER_METHODS = ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * An extension of this node, for whoever runs an organization's day: `?date=YYYY-MM-DD`, today without it, where the
 * organization is. Registered inside the door, whose hooks answer wrong methods and refusals.
 */
export function agenda(app: FastifyInstance, services: NodeServices): void {
  const routes = [
    [AGENDA_URL, dayOf],
    [agendaSessionUrl(":session_id"), sessionOf],
  ] as const;
  for (const [url, answer] of routes) {
    app.get(url, { config: { extension: AGENDA } }, async (request, reply) => {
      checkAccept(request);
      reply.header(VERSION_HEADER, negotiateVersion(request.headers[VERSION_HEADER] as string | undefined));
      const credential = await authenticate(services, request);
      return send(reply, await answer(services, credential, request));
    });
    for (const method of OTHER_METHODS) {
      app.route({
        method,
        url,
        config: { allow: "GET" } as never,
        // The door's hook has refused it before.
        handler: () => Promise.reject(new ProtocolError("METHOD_NOT_ALLOWED")),
      });
    }
  }
}

type Credential = Awaited<ReturnType<typeof authenticate>>;

async function dayOf(services: NodeServices, credential: Credential, { query }: FastifyRequest) {
  const { date } = query as { date?: string | string[] };
  const { items, ...meta } = await readAgenda(services, credential, date === undefined ? undefined : String(date));
  return { data: items.map(({ session_id: id, ...attributes }) => ({ type: AGENDA, id, attributes })), meta };
}

async function sessionOf(services: NodeServices, credential: Credential, { params }: FastifyRequest) {
  const { session_id: sessionId = "" } = params as { session_id?: string };
  const { item, around } = await readAgendaSession(services, credential, sessionId);
  const { session_id: id, ...attributes } = item;
  return { data: { type: AGENDA, id, attributes: { ...attributes, ...around } } };
}

function send(reply: FastifyReply, body: object): FastifyReply {
  return sendBody(reply, { status: 200, contentType: JSON_API, body: JSON.stringify(body) });
}

import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Credential } from "../../pipeline/caller.ts";
import type { NodeServices } from "../../pipeline/execute.ts";
import { AGENDA, readAgenda, readAgendaSession } from "../../scheduling/read-agenda.ts";
import { BASE, extensionRoute } from "./extension-route.ts";

/** The sessions of one day. */
export const AGENDA_URL = `${BASE}/${AGENDA}`;

/** One session of an agenda, and what is around it. */
export function agendaSessionUrl(sessionId: string): string {
  return `${BASE}/sessions/${sessionId}/${AGENDA}`;
}

/**
 * An extension of this node, for whoever runs an organization's day: `?date=YYYY-MM-DD`, today without it, where the
 * organization is.
 */
export function agenda(app: FastifyInstance, services: NodeServices): void {
  extensionRoute(app, services, { name: AGENDA, url: AGENDA_URL, answer: dayOf });
  extensionRoute(app, services, { name: AGENDA, url: agendaSessionUrl(":session_id"), answer: sessionOf });
}

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

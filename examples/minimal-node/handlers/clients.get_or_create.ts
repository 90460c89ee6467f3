import { type Handler, type Input, ProtocolError } from "../generated/servicialo.ts";
import type { Client } from "../generated/types.ts";
import { actorOf } from "../src/context.ts";
import { invalid } from "../src/sessions.ts";
import { newId, type Person, type Store } from "../src/store.ts";

/**
 * Finds a client and answers 200 without changing anything, or creates one and answers 201.
 *
 * POST /servicialo/v1/clients
 */
const handler: Handler<"clients.get_or_create"> = async (context, input) => {
  const { store } = context;
  const { type, organizationId } = actorOf(context, input.actor);
  if (type === "client") throw new ProtocolError("FORBIDDEN", { detail: "Clients are kept by their organization." });
  const own = store.clients.filter((client) => client.organizationId === organizationId);
  const byMail = input.email === undefined ? undefined : own.find(({ email }) => email === input.email?.toLowerCase());
  const found = byMail ?? (input.phone === undefined ? undefined : own.find(({ phone }) => phone === input.phone));
  if (found)
    return {
      id: found.id,
      status: 200,
      attributes: { ...clientDocument(found), history_summary: historyOf(store, found) },
    };
  const created = newClient(organizationId, input);
  store.clients.push(created);
  return { id: created.id, status: 201, attributes: clientDocument(created) };
};

function newClient(organizationId: string, { name, last_name, email, phone }: Input<"clients.get_or_create">): Person {
  if (name === undefined) throw invalid("/name", "A new client needs a name.");
  if (last_name === undefined) throw invalid("/last_name", "A new client needs a last name.");
  const reach = { ...(email !== undefined && { email: email.toLowerCase() }), ...(phone !== undefined && { phone }) };
  return { id: newId("per"), organizationId, name, lastName: last_name, ...reach };
}

function clientDocument({ id, organizationId, name, lastName, email, phone }: Person): Client {
  const reach = { ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) };
  return { id, organization_id: organizationId, name, last_name: lastName, ...reach };
}

function historyOf(store: Store, { id }: Person) {
  const sessions = store.sessions.filter(({ document }) => document.client_id === id);
  const verified = sessions.filter(({ document }) => document.lifecycle.current_state === "verified");
  return { sessions_total: sessions.length, sessions_verified: verified.length };
}

export default handler;

import { type Handler, type Input, ProtocolError } from "../generated/servicialo.ts";
import type { ServiceOffer } from "../generated/types.ts";
import { actorOf, type Context } from "../src/context.ts";
import { futureStart, invalid, record, requireFree, sessionAnswer, setStart } from "../src/sessions.ts";
import { newId, type Party, type StoredSession } from "../src/store.ts";

/**
 * Books a session. It starts in `requested`, holds provider, client and resource, and keeps the contract as it stands
 * now; with confirmation policy `auto` it goes on to `confirmed` in the same call.
 *
 * POST /servicialo/v1/sessions
 */
const handler: Handler<"scheduling.book"> = async (context, input) => {
  const { store } = context;
  const actor = actorOf(context, input.actor);
  const offer = requireOwn(context, actor, input);
  if (actor.type === "client" && actor.id !== input.client_id)
    throw new ProtocolError("FORBIDDEN", { detail: "A client books for itself." });
  if (actor.type === "provider" && actor.id !== input.provider_id)
    throw new ProtocolError("FORBIDDEN", { detail: "A provider books its own time." });
  if (input.resource_id !== undefined) throw invalid("/resource_id", "This node has no resources.");
  if (input.service_order_id !== undefined) throw invalid("/service_order_id", "This node has no service orders.");
  const startsAt = futureStart(store, input.starts_at);
  const stored = newSession(context, offer, input);
  requireFree(store, stored.document, { startsAt, minutes: offer.duration_minutes });
  setStart(stored, startsAt);
  record(store, stored, { to: "requested", by: actor.id });
  store.keep(stored);
  return { ...sessionAnswer(stored, 0), status: 201 };
};

/** The offer, when it and everybody named belong to the caller's organization. Nobody learns what others have. */
function requireOwn({ store }: Context, actor: Party, input: Input<"scheduling.book">): ServiceOffer {
  const isOwn = (people: readonly { id: string; organizationId: string }[], id: string) =>
    people.some((person) => person.id === id && person.organizationId === actor.organizationId);
  const offer = store.offers.find(({ id, active }) => id === input.service_id && active);
  if (!offer || offer.organization_id !== actor.organizationId) throw invalid("/service_id", "There is no such offer.");
  if (!offer.provider_ids?.includes(input.provider_id))
    throw invalid("/provider_id", "No such provider delivers this offer.");
  if (!isOwn(store.clients, input.client_id)) throw invalid("/client_id", "There is no such client.");
  if (input.payer_id !== undefined && !isOwn(store.clients, input.payer_id))
    throw invalid("/payer_id", "There is no such payer.");
  return offer;
}

function newSession({ store }: Context, offer: ServiceOffer, input: Input<"scheduling.book">): StoredSession {
  const { provider_id, client_id, payer_id, human_intent_confirmed, submission } = input;
  return {
    organizationId: offer.organization_id,
    deliveredAt: null,
    document: {
      id: newId("ses"),
      service_id: offer.id,
      type: offer.type,
      vertical: offer.vertical,
      name: offer.name,
      duration_minutes: offer.duration_minutes,
      visibility: "private",
      provider_id,
      provider: { id: provider_id, organization_id: offer.organization_id },
      client_id,
      client: { id: client_id, ...(payer_id !== undefined && { payer_id }) },
      starts_at: input.starts_at,
      schedule: { requested_at: store.instant(), duration_expected: offer.duration_minutes },
      location: { type: offer.modality },
      lifecycle: { current_state: "requested", transitions: [], exceptions: [] },
      proof: { evidence: [] },
      billing: { amount: offer.price, payer: payer_id ?? client_id, status: "pending" },
      ...(human_intent_confirmed !== undefined && { human_intent_confirmed }),
      ...(submission !== undefined && { submission }),
    },
  };
}

export default handler;

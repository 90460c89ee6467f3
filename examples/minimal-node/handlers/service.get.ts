import { type Handler, ProtocolError } from "../generated/servicialo.ts";
import { partyOf } from "../src/context.ts";
import { roleIn } from "../src/sessions.ts";

/**
 * Reads an offer, or one delivery. The id of an offer answers `service_offers`, that of a session `services`, which
 * only its parties and its organization may read.
 *
 * GET /servicialo/v1/services/{service_id}
 */
const handler: Handler<"service.get"> = async (context, { service_id }) => {
  const party = partyOf(context);
  const offer = context.store.offers.find(({ id }) => id === service_id);
  const isOwn = offer?.organization_id === party.organizationId && party.type !== "client";
  if (offer?.active && (offer.visibility !== "private" || isOwn))
    return { type: "service_offers", id: offer.id, attributes: offer };
  const session = context.store.session(service_id);
  if (!session || roleIn(session, party) === null)
    throw new ProtocolError("NOT_FOUND", { detail: "There is no such service." });
  return { type: "services", id: session.document.id, attributes: session.document };
};

export default handler;

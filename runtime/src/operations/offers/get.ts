import { findReadableSession } from "../../lifecycle/find-session.ts";
import { sessionDocument } from "../../lifecycle/session-document.ts";
import type { Handler } from "../handler.ts";
import { findReadableOffer } from "./find-offer.ts";
import { offerDocuments } from "./offer-document.ts";

/** An offer or one delivery, by the kind of its id (D-12, SVC-DISC-009). */
export const get: Handler<"service.get"> = async (context, input) => {
  const offer = await findReadableOffer(context, input.service_id);
  if (offer) {
    const [attributes] = await offerDocuments(context.tx, [offer]);
    if (attributes) return { type: "service_offers", id: offer.id, attributes };
  }
  const session = await findReadableSession(context, input.service_id);
  return { type: "services", id: session.id, attributes: await sessionDocument(context, session) };
};

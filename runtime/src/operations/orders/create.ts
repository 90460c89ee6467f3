import { invalid, ProtocolError } from "../../errors.ts";
import { newId } from "../../ids.ts";
import { authorOf } from "../../lifecycle/author.ts";
import { openOrder } from "../../orders/move-order.ts";
import { orderAnswer } from "../../orders/order-document.ts";
import { requireSoundTerms, termColumns } from "../../orders/order-terms.ts";
import { actorOf, credentialOf } from "../../pipeline/caller.ts";
import { belongsToOrganization } from "../../storage/parties.ts";
import type { Handler } from "../handler.ts";

/** Begins an order, always as a draft: a lifecycle or a ledger sent along is ignored (O-01, SVC-ORD-002, SVC-LEDG-001). */
export const createOrder: Handler<"service_orders.create"> = async (context, input) => {
  const { tx, clock } = context;
  const { organizationId } = credentialOf(context.caller);
  const actor = actorOf(context.caller);
  if (actor.type !== "organization")
    throw new ProtocolError("FORBIDDEN", { detail: "The organization drafts its orders." });
  if (!(await belongsToOrganization(tx, organizationId, "organization", input.organization_id))) {
    throw invalid("/organization_id", "An organization drafts orders of its own.");
  }
  if (!(await belongsToOrganization(tx, organizationId, "client", input.client_id))) {
    throw invalid("/client_id", "There is no such client.");
  }
  const terms = {
    scope: input.scope,
    term: input.term,
    pricing: input.pricing,
    payment_schedule: input.payment_schedule,
  };
  requireSoundTerms(terms);
  const order = await openOrder(
    context,
    {
      id: newId("ord", clock),
      organizationId,
      clientId: input.client_id,
      payerId: input.payer_id,
      visibility: input.visibility ?? "private",
      ...termColumns(terms),
      activatedAt: null,
      periodsPassed: 0,
      periodsBilled: 0,
      bookingCount: 0,
      createdAt: clock.now(),
    },
    authorOf(actor),
  );
  return orderAnswer(context, null, { order, viewer: "organization" });
};

import { parseInstant } from "../../clock.ts";
import { invalid, ProtocolError } from "../../errors.ts";
import { newId } from "../../ids.ts";
import { acknowledge } from "../../lifecycle/acknowledgements.ts";
import { authorOf, moveSession, openSession, theSystem } from "../../lifecycle/move-session.ts";
import { commitHeldSlot } from "../../lifecycle/moves/schedule.ts";
import { sessionAnswer } from "../../lifecycle/session-answer.ts";
import { actorOf, credentialOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { contractWarnings } from "../../rules/default-contract.ts";
import { holdSlot } from "../../scheduling/hold-slot.ts";
import type { ContractTerms } from "../../storage/json-shapes.ts";
import type { ClientRow, OfferRow, SessionRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";
import { currentContract } from "../offers/offer-document.ts";

type Input = Parameters<Handler<"scheduling.book">>[1];

/** Everything a booking refers to, found and fit for it. */
interface Wish {
  readonly offer: OfferRow;
  readonly client: ClientRow;
  readonly startsAt: number;
  readonly resourceId: string | null;
}

/**
 * Books an offer with a provider at a time: the session starts in `requested` and holds provider, client and resource
 * in the same transaction that checked them (L-01, SVC-SCHED-001 to 005).
 */
export const book: Handler<"scheduling.book"> = async (context, input) => {
  requireRole(context, input);
  const wish = await readWish(context, input);
  if (wish.offer.requiresPrepayment) {
    throw new ProtocolError("PAYMENT_REQUIRED", { detail: "This offer is paid before it is booked." });
  }
  await holdSlot(context, {
    organizationId: wish.offer.organizationId,
    offerId: wish.offer.id,
    providerId: input.provider_id,
    clientId: wish.client.id,
    resourceId: wish.resourceId,
    startsAt: wish.startsAt,
    durationMinutes: wish.offer.durationMinutes,
  });
  const opened = await open(context, input, wish);
  const session = await confirmIfAutomatic(context, opened);
  const warnings = contractWarnings(session.contract as ContractTerms);
  return sessionAnswer(context, null, session, warnings.length > 0 ? { warnings } : {});
};

/** A client books for itself, a provider its own time, the organization for all of its own. */
function requireRole(context: OperationContext, input: Input): void {
  const actor = actorOf(context.caller);
  const foreign =
    (actor.type === "client" && actor.id !== input.client_id) || (actor.type === "provider" && actor.id !== input.provider_id);
  if (foreign) throw new ProtocolError("FORBIDDEN", { detail: "This actor may only book for itself." });
}

async function readWish(context: OperationContext, input: Input): Promise<Wish> {
  const { organizationId } = credentialOf(context.caller);
  const { db } = context.tx;
  const offer = await db
    .selectFrom("offers")
    .selectAll()
    .where("id", "=", input.service_id)
    .where("organizationId", "=", organizationId)
    .executeTakeFirst();
  if (!offer?.active) throw invalid("/service_id", "There is no such offer to book.");
  const provider = await db
    .selectFrom("providers")
    .innerJoin("offer_providers", "offer_providers.providerId", "providers.id")
    .select("providers.active")
    .where("providers.id", "=", input.provider_id)
    .where("offer_providers.offerId", "=", offer.id)
    .executeTakeFirst();
  if (!provider?.active) throw invalid("/provider_id", "No such provider delivers this offer.");
  const client = await db
    .selectFrom("clients")
    .selectAll()
    .where("id", "=", input.client_id)
    .where("organizationId", "=", organizationId)
    .executeTakeFirst();
  if (!client) throw invalid("/client_id", "There is no such client.");
  const resourceId = input.resource_id ?? null;
  if (resourceId === null && (offer.requiresResource || offer.location?.resource_id !== undefined)) {
    throw invalid("/resource_id", "This offer is delivered with a resource. Name one.");
  }
  if (resourceId !== null && !(await belongsTo(context, organizationId, resourceId))) {
    throw invalid("/resource_id", "There is no such resource.");
  }
  if (input.service_order_id !== undefined) throw invalid("/service_order_id", "There is no such active order.");
  if (input.payment_intent_id !== undefined) throw invalid("/payment_intent_id", "There is no such prepayment.");
  if (input.submission?.agent_id !== undefined) throw invalid("/submission/agent_id", "This agent holds no valid mandate.");
  const startsAt = parseInstant(input.starts_at, "/starts_at");
  if (startsAt <= context.clock.now()) throw invalid("/starts_at", "The start must lie in the future.");
  return { offer, client, startsAt, resourceId };
}

async function belongsTo({ tx }: OperationContext, organizationId: string, resourceId: string): Promise<boolean> {
  const resource = await tx.db
    .selectFrom("resources")
    .select("id")
    .where("id", "=", resourceId)
    .where("organizationId", "=", organizationId)
    .executeTakeFirst();
  return resource !== undefined;
}

async function open(context: OperationContext, input: Input, { offer, client, startsAt, resourceId }: Wish): Promise<SessionRow> {
  const now = context.clock.now();
  const contract = await currentContract(context.tx, offer.id);
  const endsAt = startsAt + offer.durationMinutes * 60_000;
  const location = { ...offer.location, ...(resourceId !== null && { resource_id: resourceId }) };
  const actor = actorOf(context.caller);
  const session = await openSession(
    context,
    {
      id: newId("ses", context.clock),
      organizationId: offer.organizationId,
      offerId: offer.id,
      providerId: input.provider_id,
      clientId: client.id,
      resourceId,
      seriesId: null,
      orderId: null,
      previousSessionId: null,
      type: offer.type,
      vertical: offer.vertical,
      name: offer.name,
      requirements: offer.requirements,
      visibility: "private",
      durationMinutes: offer.durationMinutes,
      location: Object.keys(location).length > 0 ? location : null,
      requestedAt: now,
      startsAt,
      endsAt,
      occupiedUntil: endsAt,
      scheduledFor: null,
      holdExpiresAt: null,
      checkinAt: null,
      checkoutAt: null,
      durationActualMinutes: null,
      deliveredAt: null,
      verificationDeadline: null,
      currency: offer.currency,
      priceMinor: offer.priceMinor,
      amountMinor: offer.priceMinor,
      payerId: input.payer_id ?? client.defaultPayerId,
      billingStatus: "pending",
      billingStatusBeforeDispute: null,
      chargedAt: null,
      paymentId: null,
      taxDocument: null,
      contractVersion: contract.version,
      contract: contract.terms,
      documentation: null,
      submission: input.submission ?? null,
      humanIntentConfirmed: input.human_intent_confirmed ?? false,
      createdAt: now,
    },
    authorOf(actor),
  );
  await acknowledge(context, session, { party: "provider", by: input.provider_id, source: "published_slot" });
  if (input.human_intent_confirmed === true) await acknowledge(context, session, { party: "client", by: actor.id, source: "human_intent" });
  return session;
}

/** Under the policy `auto` the node confirms at booking; no state is skipped (P-03, D-06). */
async function confirmIfAutomatic(context: OperationContext, session: SessionRow): Promise<SessionRow> {
  if ((session.contract as ContractTerms).confirmation_policy !== "auto") return session;
  const scheduled = await commitHeldSlot(context, session, theSystem);
  return moveSession(context, scheduled, { to: "confirmed", author: theSystem });
}

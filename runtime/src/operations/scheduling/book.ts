import { paymentRequired, usableIntent, useIntent } from "../../billing/payment-intents.ts";
import { parseInstant } from "../../clock.ts";
import { invalid, ProtocolError } from "../../errors.ts";
import { authorOf } from "../../lifecycle/move-session.ts";
import { confirmIfAutomatic } from "../../lifecycle/moves/confirm.ts";
import { sessionAnswer } from "../../lifecycle/session-answer.ts";
import { enterSession, type OrderPlace, takeOrderPlace } from "../../orders/book-under-order.ts";
import { actorOf, agentOf, credentialOf } from "../../pipeline/caller.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { contractWarnings } from "../../rules/default-contract.ts";
import { isPaidFirst } from "../../rules/prepayment.ts";
import { holdSlot } from "../../scheduling/hold-slot.ts";
import { openBooking } from "../../scheduling/open-booking.ts";
import type { BookingRules, ContractTerms } from "../../storage/json-shapes.ts";
import { preparedQuery } from "../../storage/prepared-query.ts";
import type { ClientRow, OfferRow, PaymentIntentRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";

type Input = Parameters<Handler<"scheduling.book">>[1];

/** Everything a booking refers to, found and fit for it. */
interface Wish {
  readonly offer: OfferRow;
  readonly client: ClientRow;
  readonly startsAt: number;
  readonly resourceId: string | null;
  readonly payerId: string | null;
  /** Place in a service order, when it is booked under one. */
  readonly place: OrderPlace | null;
  /** Settled prepayment, when it names one. */
  readonly intent: PaymentIntentRow | null;
}

/**
 * Books an offer with a provider at a time: the session starts in `requested` and holds provider, client and resource
 * in the same transaction that checked them (L-01, SVC-SCHED-001 to 005).
 */
export const book: Handler<"scheduling.book"> = async (context, input) => {
  requireRole(context, input);
  const wish = await readWish(context, input);
  await holdSlot(context, {
    organizationId: wish.offer.organizationId,
    offerId: wish.offer.id,
    providerId: input.provider_id,
    clientId: wish.client.id,
    resourceId: wish.resourceId,
    startsAt: wish.startsAt,
    durationMinutes: wish.offer.durationMinutes,
  });
  // Asked for only when the slot is free: nobody pays for a time that is gone already.
  if (await needsPrepayment(context, wish)) throw await paymentRequired(context, wish);
  const { place, intent } = wish;
  const opened = await openBooking(context, {
    offer: wish.offer,
    clientId: wish.client.id,
    providerId: input.provider_id,
    resourceId: wish.resourceId,
    startsAt: wish.startsAt,
    payerId: wish.payerId,
    author: authorOf(actorOf(context.caller)),
    ...(place && { order: { id: place.order.id, priceMinor: place.priceMinor } }),
    paymentId: intent?.paymentId ?? null,
    ...(input.submission && { submission: input.submission }),
    humanIntentConfirmed: input.human_intent_confirmed ?? false,
  });
  if (intent) await useIntent(context, intent, opened);
  if (place) await enterSession(context, place, opened, wish.offer);
  const session = await confirmIfAutomatic(context, opened);
  const warnings = contractWarnings(session.contract as ContractTerms);
  return sessionAnswer(context, null, session, warnings.length > 0 ? { warnings } : {});
};

/** A client books for itself, a provider its own time, the organization for all of its own. */
function requireRole(context: OperationContext, input: Input): void {
  const actor = actorOf(context.caller);
  const foreign =
    (actor.type === "client" && actor.id !== input.client_id) ||
    (actor.type === "provider" && actor.id !== input.provider_id);
  if (foreign) throw new ProtocolError("FORBIDDEN", { detail: "This actor may only book for itself." });
}

/** What an organization has under an id. */
interface Owned {
  readonly organizationId: string;
  readonly id: string;
}

const offerOf = preparedQuery((db, { organizationId, id }: Owned) =>
  db.selectFrom("offers").selectAll().where("id", "=", id).where("organizationId", "=", organizationId),
);
const clientOf = preparedQuery((db, { organizationId, id }: Owned) =>
  db.selectFrom("clients").selectAll().where("id", "=", id).where("organizationId", "=", organizationId),
);
const resourceOf = preparedQuery((db, { organizationId, id }: Owned) =>
  db.selectFrom("resources").select("id").where("id", "=", id).where("organizationId", "=", organizationId),
);
const providerFor = preparedQuery((db, { id, offerId }: { readonly id: string; readonly offerId: string }) =>
  db
    .selectFrom("providers")
    .innerJoin("offer_providers", "offer_providers.providerId", "providers.id")
    .select("providers.active")
    .where("providers.id", "=", id)
    .where("offer_providers.offerId", "=", offerId),
);
const bookingRulesOf = preparedQuery((db, { id }: Pick<Owned, "id">) =>
  db.selectFrom("organizations").select("booking").where("id", "=", id),
);

async function readWish(context: OperationContext, input: Input): Promise<Wish> {
  const { organizationId } = credentialOf(context.caller);
  const { tx } = context;
  const offer = await offerOf.first(tx, { organizationId, id: input.service_id });
  if (!offer?.active) throw invalid("/service_id", "There is no such offer to book.");
  const provider = await providerFor.first(tx, { id: input.provider_id, offerId: offer.id });
  if (!provider?.active) throw invalid("/provider_id", "No such provider delivers this offer.");
  const client = await clientOf.first(tx, { organizationId, id: input.client_id });
  if (!client) throw invalid("/client_id", "There is no such client.");
  const resourceId = input.resource_id ?? null;
  if (resourceId === null && (offer.requiresResource || offer.location?.resource_id !== undefined)) {
    throw invalid("/resource_id", "This offer is delivered with a resource. Name one.");
  }
  if (resourceId !== null && !(await resourceOf.first(tx, { organizationId, id: resourceId }))) {
    throw invalid("/resource_id", "There is no such resource.");
  }
  const submitter = input.submission?.agent_id;
  if (submitter !== undefined && submitter !== agentOf(context.caller)?.id)
    throw invalid("/submission/agent_id", "This agent holds no valid mandate.");
  const startsAt = parseInstant(input.starts_at, "/starts_at");
  if (startsAt <= context.clock.now()) throw invalid("/starts_at", "The start must lie in the future.");
  const place = await placeInOrder(context, input, { offer, startsAt });
  const payerId = input.payer_id ?? place?.order.payerId ?? client.defaultPayerId;
  const intent =
    input.payment_intent_id === undefined
      ? null
      : await usableIntent(context, input.payment_intent_id, { offer, client, payerId });
  return { offer, client, startsAt, resourceId, payerId, place, intent };
}

async function placeInOrder(
  context: OperationContext,
  input: Input,
  { offer, startsAt }: Pick<Wish, "offer" | "startsAt">,
): Promise<OrderPlace | null> {
  if (input.service_order_id === undefined) return null;
  if (input.payment_intent_id !== undefined)
    throw invalid("/payment_intent_id", "A session under an order is paid by the order.");
  return takeOrderPlace(context, {
    orderId: input.service_order_id,
    organizationId: offer.organizationId,
    clientId: input.client_id,
    providerId: input.provider_id,
    offer,
    startsAt,
  });
}

/** Whether the offer, or the organization for all of its offers, is paid before it is booked. An order pays by itself. */
async function needsPrepayment({ tx }: OperationContext, { offer, place, intent }: Wish): Promise<boolean> {
  if (place || intent) return false;
  const { booking } = await bookingRulesOf.one(tx, { id: offer.organizationId });
  return isPaidFirst(offer, booking as BookingRules);
}

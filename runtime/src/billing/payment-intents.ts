import { isoInstant } from "../clock.ts";
import { scheduleDeadline } from "../deadlines/schedule-deadline.ts";
import { invalid, ProtocolError } from "../errors.ts";
import { newId } from "../ids.ts";
import type { Work } from "../lifecycle/author.ts";
import type { OperationContext } from "../pipeline/context.ts";
import type { ClientRow, OfferRow, PaymentIntentRow, PaymentRow, SessionRow } from "../storage/rows.ts";
import { localPayments } from "./payment-provider.ts";
import { recordSettlement } from "./settlement.ts";

/** How long a payment link is valid, and how long what was paid waits for its booking (lifecycle 9.5). */
export const INTENT_VALID_MS = 15 * 60 * 1000;

/** What has to be paid before a booking. */
export interface Prepayment {
  readonly offer: OfferRow;
  readonly client: ClientRow;
  readonly payerId: string | null;
}

/**
 * The refusal of a booking that has to be paid first: 402 with the checkout (SVC-BILL-004). Its intent is stored although
 * the booking is refused; asked again meanwhile, the client gets the same one.
 */
export async function paymentRequired(context: OperationContext, prepayment: Prepayment): Promise<ProtocolError> {
  const open = await openIntent(context, prepayment);
  const intent = open ?? newIntent(context, prepayment);
  const { clock } = context;
  return new ProtocolError("PAYMENT_REQUIRED", {
    detail: "This offer is paid before it is booked. Pay, then book again with the payment_intent_id.",
    meta: {
      checkout: {
        url: localPayments(context.config).checkoutUrl(intent),
        payment_intent_id: intent.id,
        expires_at: isoInstant(intent.expiresAt),
      },
    },
    ...(!open && { keep: (tx) => storeIntent({ tx, clock }, intent) }),
  });
}

/**
 * The settled prepayment that a booking names.
 * @throws {ProtocolError} `VALIDATION_ERROR` for an unknown or expired one, `CONFLICT` for a used one,
 *   `PAYMENT_REQUIRED` while it is not paid
 */
export async function usableIntent(
  context: OperationContext,
  id: string,
  { offer, client, payerId }: Prepayment,
): Promise<PaymentIntentRow> {
  const intent = await context.tx.db.selectFrom("payment_intents").selectAll().where("id", "=", id).executeTakeFirst();
  const fits = intent?.clientId === client.id && intent.offerId === offer.id;
  if (!intent || !fits)
    throw invalid("/payment_intent_id", "There is no such prepayment of this client for this offer.");
  if (intent.state === "used")
    throw new ProtocolError("CONFLICT", { detail: "This prepayment has paid for another session." });
  if (intent.state === "expired" || intent.expiresAt <= context.clock.now()) {
    throw invalid("/payment_intent_id", `The prepayment expired at ${isoInstant(intent.expiresAt)}.`);
  }
  if (intent.amountMinor !== offer.priceMinor || intent.currency !== offer.currency) {
    throw invalid("/payment_intent_id", "The price has changed since this prepayment was asked for.");
  }
  if (intent.state === "open") throw await paymentRequired(context, { offer, client, payerId });
  return intent;
}

/** A prepayment of this client for this offer that came in and waits for its booking; the one that expires first. */
export async function waitingIntent(
  { tx, clock }: Work,
  { offer, client }: Pick<Prepayment, "offer" | "client">,
): Promise<PaymentIntentRow | undefined> {
  return tx.db
    .selectFrom("payment_intents")
    .selectAll()
    .where("organizationId", "=", offer.organizationId)
    .where("clientId", "=", client.id)
    .where("offerId", "=", offer.id)
    .where("state", "=", "settled")
    .where("amountMinor", "=", offer.priceMinor)
    .where("currency", "=", offer.currency)
    .where("expiresAt", ">", clock.now())
    .orderBy("expiresAt")
    .executeTakeFirst();
}

/**
 * Puts a settled prepayment to the session it was made for. Of two bookings with one prepayment, one gets it.
 * @throws {ProtocolError} `CONFLICT` for the other
 */
export async function useIntent({ tx }: Work, intent: PaymentIntentRow, session: SessionRow): Promise<void> {
  const { numUpdatedRows } = await tx.db
    .updateTable("payment_intents")
    .set({ state: "used", sessionId: session.id })
    .where("id", "=", intent.id)
    .where("state", "=", "settled")
    .executeTakeFirst();
  if (numUpdatedRows === 0n)
    throw new ProtocolError("CONFLICT", { detail: "This prepayment has paid for another session." });
  await tx.db.updateTable("payments").set({ sessionId: session.id }).where("id", "=", intent.paymentId).execute();
}

/** How a prepayment came in. */
export interface Settlement {
  readonly method: "efectivo" | "transferencia" | "mercadopago" | "tarjeta";
  readonly reference?: string;
}

/**
 * Records that a prepayment was paid. It waits a quarter of an hour for its booking, then it goes back.
 * @throws {Error} when the intent is unknown, was paid before, or has expired
 */
export async function settleIntent(work: Work, id: string, settlement: Settlement): Promise<PaymentIntentRow> {
  const { tx, clock } = work;
  const intent = await tx.db.selectFrom("payment_intents").selectAll().where("id", "=", id).executeTakeFirst();
  if (!intent) throw new Error(`There is no payment intent ${id}.`);
  if (intent.state === "expired" || (intent.state === "open" && intent.expiresAt <= clock.now())) {
    throw new Error(`${id} expired at ${isoInstant(intent.expiresAt)}; the client has to ask for a new one.`);
  }
  if (intent.state !== "open") throw new Error(`${id} was paid already.`);
  const payment: PaymentRow = {
    id: newId("pay", clock),
    organizationId: intent.organizationId,
    saleId: null,
    sessionId: null,
    clientId: intent.clientId,
    payerId: intent.payerId,
    currency: intent.currency,
    amountMinor: intent.amountMinor,
    method: settlement.method,
    reference: settlement.reference ?? intent.id,
    actor: null,
    recordedAt: clock.now(),
  };
  await tx.db.insertInto("payments").values(payment).execute();
  const expiresAt = Math.max(intent.expiresAt, clock.now() + INTENT_VALID_MS);
  const changes = { state: "settled", settledAt: clock.now(), paymentId: payment.id, expiresAt } as const;
  await tx.db.updateTable("payment_intents").set(changes).where("id", "=", id).execute();
  const settled: PaymentIntentRow = { ...intent, ...changes };
  await planExpiry(work, settled);
  return settled;
}

/** At its expiry an unused prepayment ends, and what was paid goes back. */
export async function onIntentDue(work: Work, id: string): Promise<void> {
  const { tx } = work;
  const intent = await tx.db.selectFrom("payment_intents").selectAll().where("id", "=", id).executeTakeFirst();
  if (!intent || intent.state === "used" || intent.state === "expired") return;
  await tx.db.updateTable("payment_intents").set({ state: "expired" }).where("id", "=", id).execute();
  if (intent.state === "open") return;
  const { organizationId, clientId, currency, amountMinor } = intent;
  await recordSettlement(work, {
    type: "refund",
    organizationId,
    clientId,
    currency,
    amountMinor,
    forgivenMinor: 0,
    saleId: null,
    sessionId: null,
    orderId: null,
    by: "system",
    reason: "prepayment expired unused",
    details: { payment_intent_id: id },
  });
}

async function openIntent(
  { tx, clock }: Work,
  { offer, client, payerId }: Prepayment,
): Promise<PaymentIntentRow | undefined> {
  const known = await tx.db
    .selectFrom("payment_intents")
    .selectAll()
    .where("organizationId", "=", offer.organizationId)
    .where("clientId", "=", client.id)
    .where("offerId", "=", offer.id)
    .where("state", "=", "open")
    .where("expiresAt", ">", clock.now())
    .orderBy("expiresAt", "desc")
    .execute();
  return known.find(
    (intent) =>
      intent.amountMinor === offer.priceMinor && intent.currency === offer.currency && intent.payerId === payerId,
  );
}

function newIntent({ clock }: Pick<Work, "clock">, { offer, client, payerId }: Prepayment): PaymentIntentRow {
  const now = clock.now();
  return {
    id: newId("pin", clock),
    organizationId: offer.organizationId,
    clientId: client.id,
    payerId,
    offerId: offer.id,
    currency: offer.currency,
    amountMinor: offer.priceMinor,
    state: "open",
    expiresAt: now + INTENT_VALID_MS,
    settledAt: null,
    paymentId: null,
    sessionId: null,
    createdAt: now,
  };
}

async function storeIntent(work: Work, intent: PaymentIntentRow): Promise<void> {
  await work.tx.db.insertInto("payment_intents").values(intent).execute();
  await planExpiry(work, intent);
}

async function planExpiry(work: Work, { id, organizationId, expiresAt }: PaymentIntentRow): Promise<void> {
  await scheduleDeadline(work, { kind: "payment_intent", organizationId, subjectId: id, dueAt: expiresAt });
}

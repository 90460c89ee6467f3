import type { OrderPricing, OrderScope } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../clock.ts";
import { invalid, ProtocolError } from "../errors.ts";
import type { Work } from "../lifecycle/author.ts";
import { requireCurrency } from "../money.ts";
import {
  consumption,
  exceededLimit,
  type OrderLimit,
  type OrderPrices,
  type OrderSession,
  sum,
} from "../rules/order-prices.ts";
import { lockRows } from "../storage/lock-rows.ts";
import type { OfferRow, OrderRow, SessionRow } from "../storage/rows.ts";
import { changeOrder, readOrder } from "./move-order.ts";
import { orderSessions } from "./order-facts.ts";
import { orderPrices, termsOf } from "./order-terms.ts";

/** A session that wants to be booked under an order. */
export interface OrderBooking {
  readonly orderId: string;
  readonly organizationId: string;
  readonly clientId: string;
  readonly providerId: string;
  readonly offer: OfferRow;
  /** Epoch milliseconds. */
  readonly startsAt: number;
}

/** A place that an order has for a session, and what the session costs there. */
export interface OrderPlace {
  readonly order: OrderRow;
  readonly priceMinor: number;
  readonly rateMinor: number | null;
}

const LIMITS: Readonly<Record<OrderLimit, string>> = {
  quantity_limit: "The order has no session left.",
  hours_limit: "The order has not enough hours left.",
  value: "The order is not worth enough for another session.",
};

/**
 * Makes sure that an order covers a session: active, of this client, the type in scope, inside its term and limits
 * (lifecycle 11, rule 3). Bookings under one order wait for each other from here on, so the last place is given once.
 * @throws {ProtocolError} `VALIDATION_ERROR`, `CURRENCY_MISMATCH`, `SERVICE_ORDER_EXHAUSTED`
 */
export async function takeOrderPlace(work: Work, booking: OrderBooking): Promise<OrderPlace> {
  await lockRows(work.tx, booking.organizationId, [booking.orderId]);
  const order = await work.tx.db
    .selectFrom("service_orders")
    .selectAll()
    .where("id", "=", booking.orderId)
    .where("organizationId", "=", booking.organizationId)
    .executeTakeFirst();
  if (!order || order.clientId !== booking.clientId)
    throw invalid("/service_order_id", "This client has no such order.");
  const { offer } = booking;
  if (!(order.scope as OrderScope).service_types.includes(offer.type)) {
    throw invalid("/service_order_id", `The order does not cover ${offer.type}.`);
  }
  requireCurrency((order.pricing as OrderPricing).currency, offer.currency, "/service_order_id");
  const prices = orderPrices(termsOf(order));
  const taken = ((await orderSessions(work.tx, [order.id])).get(order.id) ?? []).filter(
    ({ state }) => state !== "cancelled",
  );
  const wanted = await priced(work, prices, taken, booking);
  requireOpen(order, exceededLimit(prices, taken, wanted));
  requireInTerm(order, booking.startsAt);
  return { order, priceMinor: wanted.priceMinor, rateMinor: wanted.rateMinor };
}

/** Enters a session into its order, with the prices that hold for it. */
export async function enterSession(work: Work, place: OrderPlace, session: SessionRow, offer: OfferRow): Promise<void> {
  const { bookingCount } = await readOrder(work, place.order.id);
  const { bookingCount: seq } = await changeOrder(work, place.order, { bookingCount: bookingCount + 1 });
  await work.tx.db
    .insertInto("order_sessions")
    .values({
      sessionId: session.id,
      orderId: place.order.id,
      organizationId: session.organizationId,
      seq,
      catalogueMinor: offer.priceMinor,
      rateMinor: place.rateMinor,
    })
    .execute();
}

/** An order that its sessions have completed is used up, too; every other state refuses by itself. */
function requireOpen(order: OrderRow, limit: OrderLimit | null): void {
  if (limit !== null && (order.state === "active" || order.state === "completed")) {
    throw new ProtocolError("SERVICE_ORDER_EXHAUSTED", {
      pointer: "/service_order_id",
      detail: LIMITS[limit],
      meta: { limit },
    });
  }
  if (order.state !== "active")
    throw invalid("/service_order_id", `The order is ${order.state}; sessions need an active one.`);
}

function requireInTerm(order: OrderRow, startsAt: number): void {
  if (startsAt < order.startsAt) throw invalid("/starts_at", `The order begins at ${isoInstant(order.startsAt)}.`);
  if (order.endsAt !== null && startsAt >= order.endsAt)
    throw invalid("/starts_at", `The order ends at ${isoInstant(order.endsAt)}.`);
}

async function priced(
  work: Work,
  prices: OrderPrices,
  taken: readonly OrderSession[],
  booking: OrderBooking,
): Promise<OrderSession> {
  const plain = {
    plannedMinutes: booking.offer.durationMinutes,
    actualMinutes: null,
    catalogueMinor: booking.offer.priceMinor,
    rateMinor: await rateFor(work, prices, booking),
    priceMinor: 0,
    amountMinor: 0,
  };
  const priceMinor = sum(consumption(prices, [...taken, plain])) - sum(consumption(prices, taken));
  return { ...plain, priceMinor, amountMinor: priceMinor };
}

/** The rate of the level that the provider has among specialties and credentials, else that of the first level. */
async function rateFor({ tx }: Work, { rates }: OrderPrices, booking: OrderBooking): Promise<number | null> {
  const [first] = rates;
  if (!first) return null;
  const provider = await tx.db
    .selectFrom("providers")
    .select(["specialties", "credentials"])
    .where("id", "=", booking.providerId)
    .executeTakeFirst();
  const levels = [...((provider?.specialties ?? []) as string[]), ...((provider?.credentials ?? []) as string[])].map(
    (level) => level.toLowerCase(),
  );
  return (rates.find(({ level }) => levels.includes(level.toLowerCase())) ?? first).rateMinor;
}

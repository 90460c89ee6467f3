import { defineEntity, p } from "@mikro-orm/core";
import type { OrderPricing, OrderScope, OrderState, OrderTerm, PaymentSchedule } from "@servicialo/schema/0.8/types";
import type { JsonObject } from "../json-shapes.ts";
import { instant, minorUnits } from "../safe-integer.ts";
import { Client } from "./client.ts";
import { Organization } from "./organization.ts";
import { Session } from "./session.ts";

/**
 * An agreement on services to come (objects page 13). `state`, `version`, `transitionCount` and `lastTransitionAt` are
 * written by orders/move-order.ts alone. Its ledger is stored nowhere: it is computed.
 */
export const ServiceOrder = defineEntity({
  name: "ServiceOrder",
  tableName: "service_orders",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    clientId: () => p.manyToOne(Client).mapToPk().name("client_id").index(false),
    payerId: p.string(),
    visibility: p.string().$type<"public" | "unlisted" | "private">(),

    state: p.string().$type<OrderState>(),
    version: p.integer(),
    transitionCount: p.integer(),
    lastTransitionAt: instant(),

    scope: p.json<OrderScope>(),
    term: p.json<OrderTerm>(),
    pricing: p.json<OrderPricing>(),
    paymentSchedule: p.json<PaymentSchedule>(),

    startsAt: instant(),
    /** End of the present term; each renewal moves it. */
    endsAt: instant().nullable(),
    activatedAt: instant().nullable(),
    /** Periods of a periodic schedule that are over, and those of them that were billed. */
    periodsPassed: p.integer().default(0),
    periodsBilled: p.integer().default(0),
    /** Sessions ever booked under it; its increment makes bookings of one order wait for each other. */
    bookingCount: p.integer().default(0),
    createdAt: instant(),
    updatedAt: instant(),
  },
  indexes: [
    { properties: ["organizationId", "createdAt"] },
    { properties: ["organizationId", "clientId", "createdAt"] },
    { properties: ["organizationId", "payerId"] },
    { properties: ["organizationId", "state", "createdAt"] },
  ],
});

/** One recorded move of an order. Rows are only ever added. */
export const OrderTransition = defineEntity({
  name: "OrderTransition",
  tableName: "order_transitions",
  properties: {
    orderId: () => p.manyToOne(ServiceOrder).mapToPk().name("order_id").index(false).primary(),
    seq: p.integer().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    fromState: p.string().$type<OrderState>().nullable(),
    toState: p.string().$type<OrderState>(),
    at: instant(),
    by: p.string(),
    method: p.string().$type<"auto" | "manual" | "agent">(),
    metadata: p.json<JsonObject>(),
  },
});

/** What a session under an order is priced by; fixed at its booking. */
export const OrderSession = defineEntity({
  name: "OrderSession",
  tableName: "order_sessions",
  properties: {
    sessionId: () => p.manyToOne(Session).mapToPk().name("session_id").index(false).primary(),
    orderId: () => p.manyToOne(ServiceOrder).mapToPk().name("order_id").index(false),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    seq: p.integer(),
    /** What the offer cost outside the order. */
    catalogueMinor: minorUnits(),
    /** Price of an hour, when the order has rates. */
    rateMinor: minorUnits().nullable(),
  },
  uniques: [{ properties: ["orderId", "seq"] }],
});

import { defineEntity, p } from "@mikro-orm/core";
import type { JsonObject } from "../json-shapes.ts";
import { instant, minorUnits } from "../safe-integer.ts";
import { Client } from "./client.ts";
import { Offer } from "./offer.ts";
import { Organization } from "./organization.ts";
import { Provider } from "./provider.ts";
import { Session } from "./session.ts";

/**
 * A charge (objects page 14). `paidMinor`, `forgivenMinor`, `dueMinor` and `status` follow from its payments and
 * settlement events; billing/refresh-sale.ts alone writes them, and `servicialo-node ledger verify` recomputes them.
 */
export const Sale = defineEntity({
  name: "Sale",
  tableName: "sales",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    clientId: () => p.manyToOne(Client).mapToPk().name("client_id").index(false),
    payerId: p.string().nullable(),
    /** Null for a sale that an order issues without a delivery. */
    offerId: () => p.manyToOne(Offer).mapToPk().name("offer_id").index(false).nullable(),
    providerId: () => p.manyToOne(Provider).mapToPk().name("provider_id").index(false).nullable(),
    orderId: p.string().nullable(),
    /** What in the payment schedule of its order issued it; once each. */
    scheduleKey: p.string().nullable(),
    quantity: p.integer(),
    currency: p.string(),
    unitPriceMinor: minorUnits(),
    totalMinor: minorUnits(),
    /** Received and still held: payments less refunds and chargebacks. */
    paidMinor: minorUnits(),
    /** No longer asked for: refunded of the charge, written off, credited. */
    forgivenMinor: minorUnits(),
    dueMinor: minorUnits(),
    status: p.string().$type<"open" | "partially_paid" | "paid" | "voided">(),
    /** Why it exists: the delivery, a penalty, or an instalment of an order. */
    purpose: p.string().$type<"delivery" | "penalty" | "order">(),
    transactional: p.boolean().default(true),
    createdAt: instant(),
    /** By when it is to be paid, where an installment says so. */
    dueAt: instant().nullable(),
    voidedAt: instant().nullable(),
  },
  uniques: [{ properties: ["orderId", "scheduleKey"] }],
  indexes: [
    { properties: ["organizationId", "clientId", "createdAt"] },
    { properties: ["organizationId", "createdAt"] },
  ],
});

/** Which sessions a sale charges. */
export const SaleSession = defineEntity({
  name: "SaleSession",
  tableName: "sale_sessions",
  properties: {
    saleId: () => p.manyToOne(Sale).mapToPk().name("sale_id").index(false).primary(),
    sessionId: () => p.manyToOne(Session).mapToPk().name("session_id").index(false).primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
  },
  indexes: [{ properties: ["sessionId"] }],
});

/** Money received (objects page 15). Without a sale it is a prepayment: of its session, or of one still to be booked. */
export const Payment = defineEntity({
  name: "Payment",
  tableName: "payments",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    saleId: () => p.manyToOne(Sale).mapToPk().name("sale_id").index(false).nullable(),
    sessionId: () => p.manyToOne(Session).mapToPk().name("session_id").index(false).nullable(),
    clientId: () => p.manyToOne(Client).mapToPk().name("client_id").index(false),
    payerId: p.string().nullable(),
    currency: p.string(),
    amountMinor: minorUnits(),
    method: p.string(),
    reference: p.string().nullable(),
    actor: p.json<JsonObject>().nullable(),
    recordedAt: instant(),
  },
  indexes: [
    { properties: ["saleId", "recordedAt"] },
    { properties: ["sessionId"] },
    { properties: ["organizationId", "clientId", "recordedAt"] },
  ],
});

/** Money that moved back, or is no longer asked for: refunds, chargebacks, write-offs, credits (lifecycle 7). Rows are only ever added. */
export const SettlementEvent = defineEntity({
  name: "SettlementEvent",
  tableName: "settlement_events",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    type: p.string().$type<"refund" | "chargeback" | "write_off" | "credit">(),
    saleId: p.string().nullable(),
    sessionId: p.string().nullable(),
    orderId: p.string().nullable(),
    clientId: p.string().nullable(),
    currency: p.string(),
    amountMinor: minorUnits(),
    /** By how much less is asked for since. */
    forgivenMinor: minorUnits(),
    at: instant(),
    by: p.string(),
    details: p.json<JsonObject>(),
  },
  indexes: [
    { properties: ["organizationId", "clientId", "at"] },
    { properties: ["saleId"] },
    { properties: ["sessionId"] },
    { properties: ["orderId"] },
  ],
});

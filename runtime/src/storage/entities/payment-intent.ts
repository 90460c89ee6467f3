import { defineEntity, p } from "@mikro-orm/core";
import { instant, minorUnits } from "../safe-integer.ts";
import { Client } from "./client.ts";
import { Offer } from "./offer.ts";
import { Organization } from "./organization.ts";

/** A prepayment that a booking was told to make first (lifecycle 9.5). It holds no slot. */
export const PaymentIntent = defineEntity({
  name: "PaymentIntent",
  tableName: "payment_intents",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    clientId: () => p.manyToOne(Client).mapToPk().name("client_id").index(false),
    payerId: p.string().nullable(),
    offerId: () => p.manyToOne(Offer).mapToPk().name("offer_id").index(false),
    currency: p.string(),
    amountMinor: minorUnits(),
    state: p.string().$type<"open" | "settled" | "used" | "expired">(),
    /** Until when it can be paid and, once paid, used for a booking. */
    expiresAt: instant(),
    settledAt: instant().nullable(),
    paymentId: p.string().nullable(),
    sessionId: p.string().nullable(),
    createdAt: instant(),
  },
  indexes: [{ properties: ["organizationId", "clientId", "offerId", "state"] }],
});

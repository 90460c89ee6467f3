import { defineEntity, p } from "@mikro-orm/core";
import type { BillingStatus, ServiceState } from "../../lifecycle/states.ts";
import type { ContractTerms, DocumentationShape, LocationShape, SubmissionShape } from "../json-shapes.ts";
import { instant, minorUnits } from "../safe-integer.ts";
import { Client } from "./client.ts";
import { Offer } from "./offer.ts";
import { Organization } from "./organization.ts";
import { Provider } from "./provider.ts";
import { Resource } from "./resource.ts";

/**
 * One delivery (objects page 5 and 6). `state`, `version`, `transitionCount` and `lastTransitionAt` are written by
 * lifecycle/move-session.ts alone.
 */
export const Session = defineEntity({
  name: "Session",
  tableName: "sessions",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    offerId: () => p.manyToOne(Offer).mapToPk().name("offer_id").index(false),
    providerId: () => p.manyToOne(Provider).mapToPk().name("provider_id").index(false),
    clientId: () => p.manyToOne(Client).mapToPk().name("client_id").index(false),
    resourceId: () => p.manyToOne(Resource).mapToPk().name("resource_id").index(false).nullable(),
    seriesId: p.string().nullable(),
    orderId: p.string().nullable(),
    previousSessionId: p.string().nullable(),

    state: p.string().$type<ServiceState>(),
    version: p.integer(),
    transitionCount: p.integer(),
    lastTransitionAt: instant(),

    type: p.string(),
    vertical: p.string(),
    name: p.string(),
    requirements: p.json<string[]>(),
    visibility: p.string().$type<"public" | "unlisted" | "private">(),
    durationMinutes: p.integer(),
    location: p.json<LocationShape>().nullable(),

    requestedAt: instant(),
    startsAt: instant(),
    endsAt: instant(),
    /** End of the calendar's occupation: `endsAt`, or the check-out when the rest was freed (P-01). */
    occupiedUntil: instant(),
    scheduledFor: instant().nullable(),
    /** When an unconfirmed public booking lets go of its slot. */
    holdExpiresAt: instant().nullable(),
    checkinAt: instant().nullable(),
    checkoutAt: instant().nullable(),
    durationActualMinutes: p.integer().nullable(),
    /** When the session entered `delivered` or `partial`: both windows count from here. */
    deliveredAt: instant().nullable(),
    verificationDeadline: instant().nullable(),

    currency: p.string(),
    priceMinor: minorUnits(),
    amountMinor: minorUnits(),
    payerId: p.string().nullable(),
    billingStatus: p.string().$type<BillingStatus>(),
    billingStatusBeforeDispute: p.string().$type<BillingStatus>().nullable(),
    chargedAt: instant().nullable(),
    paymentId: p.string().nullable(),
    taxDocument: p.string().nullable(),

    contractVersion: p.integer(),
    contract: p.json<ContractTerms>(),
    documentation: p.json<DocumentationShape>().nullable(),
    submission: p.json<SubmissionShape>().nullable(),
    humanIntentConfirmed: p.boolean().default(false),
    createdAt: instant(),
    updatedAt: instant(),
  },
  // A calendar's present and future occupation is found from the end of its sessions, so that the past is never read.
  indexes: [
    { properties: ["organizationId", "startsAt"] },
    { properties: ["organizationId", "state", "startsAt"] },
    { properties: ["providerId", "occupiedUntil", "startsAt"] },
    { properties: ["clientId", "occupiedUntil", "startsAt"] },
    { properties: ["resourceId", "occupiedUntil", "startsAt"] },
    { properties: ["offerId"] },
    { properties: ["orderId"] },
    { properties: ["seriesId"] },
  ],
});

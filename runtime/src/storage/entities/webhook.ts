import { defineEntity, p } from "@mikro-orm/core";
import type { WebhookDeactivationReason, WebhookDeliveryStatus } from "@servicialo/schema/0.8/types";
import type { JsonObject } from "../json-shapes.ts";
import { instant } from "../safe-integer.ts";
import { Organization } from "./organization.ts";

/** An organization's wish to be told of events (objects page 23). Its secret lies sealed. */
export const WebhookSubscription = defineEntity({
  name: "WebhookSubscription",
  tableName: "webhook_subscriptions",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    url: p.text(),
    subscribedEvents: p.json<string[]>(),
    filters: p.json<JsonObject>().nullable(),
    active: p.boolean().default(true),
    /** Deliveries abandoned since the last one that arrived. */
    consecutiveFailures: p.integer().default(0),
    sealedSecret: p.text(),
    secretRotatedAt: instant().nullable(),
    createdAt: instant(),
    updatedAt: instant(),
    lastDeliveryAt: instant().nullable(),
    lastSuccessfulDeliveryAt: instant().nullable(),
    deactivatedAt: instant().nullable(),
    deactivatedReason: p.string().$type<WebhookDeactivationReason>().nullable(),
  },
  indexes: [{ properties: ["organizationId", "createdAt"] }],
});

/** One event on its way to one subscriber; the body is kept as it is sent, the same in every attempt. */
export const WebhookDelivery = defineEntity({
  name: "WebhookDelivery",
  tableName: "webhook_deliveries",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    subscriptionId: () => p.manyToOne(WebhookSubscription).mapToPk().name("subscription_id").index(false),
    eventId: p.string(),
    eventType: p.string(),
    emittedAt: instant(),
    body: p.text(),
    status: p.string().$type<WebhookDeliveryStatus>(),
    attempts: p.integer().default(0),
    createdAt: instant(),
    /** When it is tried next; null: never again. */
    nextAttemptAt: instant().nullable(),
    /** Somebody is at it until then. */
    claimedUntil: instant().nullable(),
    lastAttemptAt: instant().nullable(),
    deliveredAt: instant().nullable(),
    responseStatus: p.integer().nullable(),
    responseBody: p.text().nullable(),
  },
  indexes: [{ properties: ["nextAttemptAt"] }, { properties: ["subscriptionId", "nextAttemptAt"] }],
});

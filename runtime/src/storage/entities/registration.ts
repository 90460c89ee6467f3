import { defineEntity, p } from "@mikro-orm/core";
import type { JsonObject } from "../json-shapes.ts";
import { instant } from "../safe-integer.ts";
import { Organization } from "./organization.ts";

/** An organization that this node's resolver answers for, wherever its own node stands (objects page 21). */
export const Registration = defineEntity({
  name: "Registration",
  tableName: "registrations",
  properties: {
    /** Globally unique, so it is found without its country, too. */
    slug: p.string().primary(),
    country: p.string(),
    name: p.string(),
    legalName: p.string(),
    verticals: p.json<string[]>(),
    /** The same in lower case, each between line feeds: to be searched. */
    verticalKeys: p.text(),
    mcpUrl: p.text().nullable(),
    restUrl: p.text().nullable(),
    healthUrl: p.text().nullable(),
    contactEmail: p.string().nullable(),
    website: p.text().nullable(),
    taxId: p.string().nullable(),
    /** The account that registered it, and alone may move it. */
    holderId: () => p.manyToOne(Organization).mapToPk().name("holder_id").index(false),
    /** 0 to 100; nothing that the holder sends changes it (SVC-TRUST-002). */
    score: p.integer(),
    registeredAt: instant(),
    lastSeenAt: instant().nullable(),
  },
  indexes: [{ properties: ["country", "score"] }, { properties: ["holderId"] }],
});

/** What happened to a registration. Rows are only ever added. */
export const RegistrationEvent = defineEntity({
  name: "RegistrationEvent",
  tableName: "registration_events",
  properties: {
    id: p.string().primary(),
    slug: p.string(),
    kind: p.string().$type<"registered" | "endpoint_moved" | "heartbeat">(),
    at: instant(),
    /** Credential that it came with. */
    credentialId: p.string(),
    /** What is new: endpoints, or the figures of a heartbeat. */
    detail: p.json<JsonObject>(),
  },
  indexes: [{ properties: ["slug", "at"] }],
});

/** A resolver that an organization of this node is registered in, and gets its signs of life (SVC-RSLV-001). */
export const ResolverLink = defineEntity({
  name: "ResolverLink",
  tableName: "resolver_links",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    /** Base path of the resolver's HTTP profile. */
    resolverUrl: p.text(),
    /** The account's key at the resolver, sealed. */
    sealedKey: p.text(),
    /** Off unless the organization wants its figures to be sent. */
    metricsEnabled: p.boolean().default(false),
    createdAt: instant(),
    /** When the next sign of life is due; null: the organization wants none to be sent. */
    nextAttemptAt: instant().nullable(),
    /** Somebody is at it until then. */
    claimedUntil: instant().nullable(),
    /** Failures since the last one that arrived. */
    failures: p.integer().default(0),
    lastSentAt: instant().nullable(),
    /** What the resolver answered to the last one, or why it did not. */
    lastAnswer: p.text().nullable(),
  },
  uniques: [{ properties: ["organizationId", "resolverUrl"] }],
  indexes: [{ properties: ["nextAttemptAt"] }],
});

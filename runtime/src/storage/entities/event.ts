import { defineEntity, p } from "@mikro-orm/core";
import type { JsonObject } from "../json-shapes.ts";
import { instant } from "../safe-integer.ts";
import { Organization } from "./organization.ts";

/** The number of an organization's last event. Whoever records one holds this row until its transaction ends. */
export const EventCounter = defineEntity({
  name: "EventCounter",
  tableName: "event_counters",
  properties: {
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false).primary(),
    lastSeq: p.integer(),
  },
});

/**
 * Something that happened in an organization, stored together with it: a transactional outbox. Numbered per
 * organization without gaps, in the order in which the transactions took effect. Rows are only ever added.
 */
export const Event = defineEntity({
  name: "Event",
  tableName: "events",
  properties: {
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false).primary(),
    seq: p.integer().primary(),
    /** `evt_<uuid>`, as subscribers see it. */
    id: p.string().unique(),
    name: p.string(),
    sessionId: p.string().nullable(),
    data: p.json<JsonObject>(),
    emittedAt: instant(),
  },
  indexes: [{ properties: ["sessionId", "seq"] }],
});

/** A party that has to be told of something (lifecycle 6). Handed to the node's sender after the fact is stored. */
export const Notice = defineEntity({
  name: "Notice",
  tableName: "notices",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    sessionId: p.string(),
    occasion: p.string(),
    recipientType: p.string().$type<"client" | "provider" | "organization">(),
    recipientId: p.string(),
    createdAt: instant(),
    /** When it is handed over next; null: it was, or it was given up. */
    nextAttemptAt: instant().nullable(),
    claimedUntil: instant().nullable(),
    attempts: p.integer().default(0),
    sentAt: instant().nullable(),
  },
  indexes: [{ properties: ["nextAttemptAt"] }, { properties: ["sessionId", "createdAt"] }],
});

import { defineEntity, p } from "@mikro-orm/core";
import { instant } from "../safe-integer.ts";
import { Organization } from "./organization.ts";

/** Who delivers (objects page 2). */
export const Provider = defineEntity({
  name: "Provider",
  tableName: "providers",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    name: p.string(),
    email: p.string().nullable(),
    specialties: p.json<string[]>(),
    credentials: p.json<string[]>(),
    profileId: p.string().nullable(),
    /** Zone of the calendar when a block names none; null: the organization's. */
    timezone: p.string().nullable(),
    /** Rank for automatic assignment by priority; lower goes first. */
    priority: p.integer().default(0),
    lastAssignedAt: instant().nullable(),
    noShowCount: p.integer().default(0),
    active: p.boolean().default(true),
    createdAt: instant(),
  },
  indexes: [{ properties: ["organizationId", "active"] }],
});

/** A weekly block of a provider's calendar, in wall-clock time of its zone (lifecycle 9.3). */
export const ProviderAvailability = defineEntity({
  name: "ProviderAvailability",
  tableName: "provider_availability",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    providerId: () => p.manyToOne(Provider).mapToPk().name("provider_id").index(false),
    dayOfWeek: p.integer(),
    startTime: p.string(),
    endTime: p.string(),
    isAvailable: p.boolean().default(true),
    timezone: p.string().nullable(),
    blockOrder: p.integer().default(0),
  },
  uniques: [{ properties: ["providerId", "dayOfWeek", "blockOrder"] }],
});

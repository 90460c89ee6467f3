import { defineEntity, p } from "@mikro-orm/core";
import type { JsonObject } from "../json-shapes.ts";
import { instant } from "../safe-integer.ts";
import { Organization } from "./organization.ts";

/** A room, box, chair or piece of equipment (objects page 10). */
export const Resource = defineEntity({
  name: "Resource",
  tableName: "resources",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    name: p.string(),
    type: p.string().$type<"room" | "box" | "chair" | "equipment">(),
    capacity: p.integer().default(1),
    bufferMinutes: p.integer().default(0),
    equipment: p.json<string[]>(),
    location: p.string().nullable(),
    rules: p.json<JsonObject>().nullable(),
    timezone: p.string().nullable(),
    isActive: p.boolean().default(true),
    createdAt: instant(),
  },
  indexes: [{ properties: ["organizationId", "isActive"] }],
});

/** A weekly block of a resource's calendar, in wall-clock time of its zone (lifecycle 9.3). */
export const ResourceAvailability = defineEntity({
  name: "ResourceAvailability",
  tableName: "resource_availability",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    resourceId: () => p.manyToOne(Resource).mapToPk().name("resource_id").index(false),
    dayOfWeek: p.integer(),
    startTime: p.string(),
    endTime: p.string(),
    isAvailable: p.boolean().default(true),
    timezone: p.string().nullable(),
    blockOrder: p.integer().default(0),
  },
  uniques: [{ properties: ["resourceId", "dayOfWeek", "blockOrder"] }],
});

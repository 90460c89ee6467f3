import { defineEntity, p } from "@mikro-orm/core";
import type { BookingRules } from "../json-shapes.ts";
import { instant } from "../safe-integer.ts";

/** A tenant: everything else belongs to exactly one (objects page 1). */
export const Organization = defineEntity({
  name: "Organization",
  tableName: "organizations",
  properties: {
    id: p.string().primary(),
    slug: p.string().unique(),
    name: p.string(),
    description: p.text().nullable(),
    vertical: p.string(),
    country: p.string(),
    location: p.string().nullable(),
    timezone: p.string(),
    currency: p.string(),
    contactEmail: p.string().nullable(),
    website: p.string().nullable(),
    discoverable: p.boolean().default(false),
    booking: p.json<BookingRules>(),
    createdAt: instant(),
  },
  indexes: [{ properties: ["discoverable", "country", "vertical"] }],
});

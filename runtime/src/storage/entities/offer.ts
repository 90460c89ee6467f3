import { defineEntity, p } from "@mikro-orm/core";
import type { LocationShape } from "../json-shapes.ts";
import { instant, minorUnits } from "../safe-integer.ts";
import { Organization } from "./organization.ts";
import { Provider } from "./provider.ts";

/** A catalog entry (objects page 4). */
export const Offer = defineEntity({
  name: "Offer",
  tableName: "offers",
  properties: {
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    type: p.string(),
    vertical: p.string(),
    name: p.string(),
    description: p.text().nullable(),
    durationMinutes: p.integer(),
    priceMinor: minorUnits(),
    currency: p.string(),
    modality: p.string().$type<"in_person" | "virtual" | "home_visit">(),
    requirements: p.json<string[]>(),
    visibility: p.string().$type<"public" | "unlisted" | "private">(),
    requiresResource: p.boolean().default(false),
    location: p.json<LocationShape>().nullable(),
    requiresPrepayment: p.boolean().default(false),
    active: p.boolean().default(true),
    createdAt: instant(),
  },
  indexes: [{ properties: ["organizationId", "active", "visibility"] }, { properties: ["type", "active"] }],
});

/** Which providers may deliver which offers. */
export const OfferProvider = defineEntity({
  name: "OfferProvider",
  tableName: "offer_providers",
  properties: {
    offerId: () => p.manyToOne(Offer).mapToPk().name("offer_id").index(false).primary(),
    providerId: () => p.manyToOne(Provider).mapToPk().name("provider_id").index(false).primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
  },
  indexes: [{ properties: ["providerId"] }],
});

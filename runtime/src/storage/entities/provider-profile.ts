import { defineEntity, p } from "@mikro-orm/core";
import { instant } from "../safe-integer.ts";
import { Organization } from "./organization.ts";
import { Provider } from "./provider.ts";

/** What is known of a provider in one organization (objects page 2.1). */
export const ProviderProfile = defineEntity({
  name: "ProviderProfile",
  tableName: "provider_profiles",
  properties: {
    /** UUID. */
    id: p.string().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    providerId: () => p.manyToOne(Provider).mapToPk().name("provider_id").index(false),
    displayName: p.string(),
    slug: p.string(),
    version: p.integer(),
    createdAt: instant(),
    updatedAt: instant(),
  },
  uniques: [{ properties: ["providerId"] }, { properties: ["organizationId", "slug"] }],
});

/** One version of one fact about a provider (objects page 2.2). A change adds a row; the former one stays. */
export const ProviderAttribute = defineEntity({
  name: "ProviderAttribute",
  tableName: "provider_attributes",
  properties: {
    /** UUID version 4, the same for all versions. */
    attributeId: p.string().primary(),
    version: p.integer().primary(),
    organizationId: () => p.manyToOne(Organization).mapToPk().name("organization_id").index(false),
    profileId: () => p.manyToOne(ProviderProfile).mapToPk().name("profile_id").index(false),
    category: p.string().$type<"identity" | "capability" | "availability" | "geography" | "economic" | "trust">(),
    key: p.string(),
    /** Inside an object, since databases disagree about bare JSON strings. */
    content: p.json<{ value: unknown }>(),
    origin: p.string().$type<"declared" | "verified" | "inferred">(),
    confidence: p.double().$type<number>().nullable(),
    evidenceCount: p.integer().nullable(),
    verifiedBy: p.string().nullable(),
    verifiedAt: instant().nullable(),
    visibility: p.string().$type<"public" | "unlisted" | "private">(),
    validFrom: instant().nullable(),
    validUntil: instant().nullable(),
    /** Of an inferred fact: when it was last found to be so, which needs no new version. */
    updatedAt: instant(),
    /** When the next version took its place; null: it is the current one. */
    replacedAt: instant().nullable(),
  },
  uniques: [{ properties: ["profileId", "key", "version"] }],
  indexes: [{ properties: ["profileId", "replacedAt"] }],
});

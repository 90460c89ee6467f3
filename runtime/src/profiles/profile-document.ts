import type { ProviderAttribute, ProviderProfile } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../clock.ts";
import { anybody, type ProfileReader, visibleAttributes } from "../rules/attribute-visibility.ts";
import type { Tx } from "../storage/open-database.ts";
import type { ProviderAttributeRow, ProviderProfileRow, ProviderRow } from "../storage/rows.ts";
import { currentAttributes } from "./profile-store.ts";

/** A profile as a reader may see it now (objects page 2.1). */
export async function profileDocument(
  tx: Tx,
  profile: ProviderProfileRow,
  { reader = anybody, now }: { reader?: ProfileReader; now: number },
): Promise<ProviderProfile> {
  const attributes = visibleAttributes(await currentAttributes(tx, profile.id), reader, now);
  return {
    profile_id: profile.id,
    provider_id: profile.providerId,
    organization_id: profile.organizationId,
    display_name: profile.displayName,
    slug: profile.slug,
    attributes: attributes.map((row) => attributeDocument(row, profile.providerId)),
    created_at: isoInstant(profile.createdAt),
    updated_at: isoInstant(profile.updatedAt),
    version: profile.version,
  };
}

/** One version of an attribute (objects page 2.2). */
export function attributeDocument(row: ProviderAttributeRow, providerId: string): ProviderAttribute {
  return {
    attribute_id: row.attributeId,
    provider_id: providerId,
    category: row.category,
    key: row.key,
    value: row.content.value,
    origin: row.origin,
    ...(row.confidence !== null && { confidence: row.confidence }),
    ...(row.evidenceCount !== null && { evidence_count: row.evidenceCount }),
    ...(row.verifiedBy !== null && { verified_by: row.verifiedBy }),
    ...(row.verifiedAt !== null && { verified_at: isoInstant(row.verifiedAt) }),
    visibility: row.visibility,
    ...(row.validFrom !== null && { valid_from: isoInstant(row.validFrom) }),
    ...(row.validUntil !== null && { valid_until: isoInstant(row.validUntil) }),
    version: row.version,
    updated_at: isoInstant(row.updatedAt),
  } as ProviderAttribute;
}

/** What the public listing says of a provider's fields: the profile's public ones, else those of the provider's record. */
export async function publicSpecializations(
  tx: Tx,
  providers: readonly ProviderRow[],
  now: number,
): Promise<Map<string, string[]>> {
  const listed = new Map(providers.map(({ id, specialties }) => [id, specialties as string[]]));
  const withProfile = providers.filter(({ profileId }) => profileId !== null);
  if (withProfile.length === 0) return listed;
  const rows = await tx.db
    .selectFrom("provider_attributes as attribute")
    .innerJoin("provider_profiles as profile", "profile.id", "attribute.profileId")
    .select(["profile.providerId as providerId", "attribute.key as key", "attribute.content as content"])
    .select([
      "attribute.visibility as visibility",
      "attribute.validFrom as validFrom",
      "attribute.validUntil as validUntil",
    ])
    .where("attribute.replacedAt", "is", null)
    .where("attribute.key", "in", ["primary_specialty", "subspecialties"])
    .where(
      "profile.providerId",
      "in",
      withProfile.map(({ id }) => id),
    )
    .orderBy("attribute.key")
    .execute();
  const visible = visibleAttributes(rows, anybody, now);
  for (const [providerId, facts] of Map.groupBy(visible, (row) => row.providerId)) {
    listed.set(providerId, [...new Set(facts.flatMap(({ content }) => content.value as string | string[]))]);
  }
  return listed;
}

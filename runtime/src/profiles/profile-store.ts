import { randomUUID } from "node:crypto";
import type { Work } from "../lifecycle/author.ts";
import type { AttributeVisibility } from "../rules/attribute-visibility.ts";
import type { Tx } from "../storage/open-database.ts";
import type { NewRow, ProviderAttributeRow, ProviderProfileRow, ProviderRow } from "../storage/rows.ts";
import { categoryOf, judgeStatement } from "./attribute-catalogue.ts";

/** The profile of a provider in its organization; made when there is none yet. */
export async function profileOf(work: Work, provider: ProviderRow): Promise<ProviderProfileRow> {
  const { db } = work.tx;
  const known = await db
    .selectFrom("provider_profiles")
    .selectAll()
    .where("providerId", "=", provider.id)
    .executeTakeFirst();
  if (known) return known;
  const id = randomUUID();
  const now = work.clock.now();
  await db
    .insertInto("provider_profiles")
    .values({
      id,
      organizationId: provider.organizationId,
      providerId: provider.id,
      displayName: provider.name,
      slug: await freeSlug(work.tx, provider),
      version: 1,
      createdAt: now,
      updatedAt: now,
    })
    .execute();
  await db.updateTable("providers").set({ profileId: id }).where("id", "=", provider.id).execute();
  return db.selectFrom("provider_profiles").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

/** The current attributes of a profile, by key. */
export async function currentAttributes(tx: Tx, profileId: string): Promise<ProviderAttributeRow[]> {
  return tx.db
    .selectFrom("provider_attributes")
    .selectAll()
    .where("profileId", "=", profileId)
    .where("replacedAt", "is", null)
    .orderBy("key")
    .execute();
}

/** Every version of one attribute, oldest first. */
export async function attributeHistory(tx: Tx, profileId: string, key: string): Promise<ProviderAttributeRow[]> {
  return tx.db
    .selectFrom("provider_attributes")
    .selectAll()
    .where("profileId", "=", profileId)
    .where("key", "=", key)
    .orderBy("version")
    .execute();
}

export interface Declaration {
  readonly key: string;
  readonly value: unknown;
  /** Default: as before; private when new, so that nothing becomes public by oversight. */
  readonly visibility?: AttributeVisibility | undefined;
  /** Epoch milliseconds; default: no bound. */
  readonly validFrom?: number | undefined;
  readonly validUntil?: number | undefined;
}

/**
 * States a fact about a provider. A changed one is declared again, even if it was verified: what was checked is not what
 * it says now.
 * @throws {Error} for an unknown key, a value of another type, or a key that the node computes
 */
export async function declareAttribute(
  work: Work,
  profile: ProviderProfileRow,
  declaration: Declaration,
): Promise<ProviderAttributeRow> {
  const { key, value, visibility, validFrom, validUntil } = declaration;
  judgeStatement(key, value, "declared");
  const former = await currentAttribute(work.tx, profile.id, key);
  return writeVersion(work, profile, {
    ...nobodysWord,
    key,
    content: { value },
    origin: "declared",
    visibility: visibility ?? former?.visibility ?? "private",
    validFrom: validFrom ?? former?.validFrom ?? null,
    validUntil: validUntil ?? former?.validUntil ?? null,
  });
}

/**
 * Records that a third party checked a fact that is there.
 * @throws {Error} when there is no such fact, or the node computes it
 */
export async function verifyAttribute(
  work: Work,
  profile: ProviderProfileRow,
  check: { key: string; verifiedBy: string },
): Promise<ProviderAttributeRow> {
  const former = await currentAttribute(work.tx, profile.id, check.key);
  if (!former) throw new Error(`${check.key} says nothing yet that could be verified.`);
  judgeStatement(check.key, former.content.value, "verified");
  const { key, content, visibility, validFrom, validUntil } = former;
  const checked = { verifiedBy: check.verifiedBy, verifiedAt: work.clock.now() };
  return writeVersion(work, profile, {
    ...nobodysWord,
    ...checked,
    key,
    content,
    origin: "verified",
    visibility,
    validFrom,
    validUntil,
  });
}

/** A new version without what goes with verified and inferred facts. */
const nobodysWord = { confidence: null, evidenceCount: null, verifiedBy: null, verifiedAt: null } as const;

/** What a version says; the rest is the store's to number and date. */
export type AttributeVersion = Omit<
  NewRow<"provider_attributes">,
  "attributeId" | "version" | "organizationId" | "profileId" | "category" | "updatedAt" | "replacedAt"
>;

/** Puts a version in the place of the former one, which stays, and raises the version of the profile. */
export async function writeVersion(
  work: Work,
  profile: ProviderProfileRow,
  next: AttributeVersion,
): Promise<ProviderAttributeRow> {
  const { db } = work.tx;
  const now = work.clock.now();
  const newest = (await attributeHistory(work.tx, profile.id, next.key)).at(-1);
  await retireAttribute(work, profile.id, next.key);
  const row = {
    ...next,
    attributeId: newest?.attributeId ?? randomUUID(),
    version: (newest?.version ?? 0) + 1,
    organizationId: profile.organizationId,
    profileId: profile.id,
    category: categoryOf(next.key),
    updatedAt: now,
    replacedAt: null,
  };
  await db.insertInto("provider_attributes").values(row).execute();
  await db
    .updateTable("provider_profiles")
    .set((column) => ({ version: column("version", "+", 1), updatedAt: now }))
    .where("id", "=", profile.id)
    .execute();
  return db
    .selectFrom("provider_attributes")
    .selectAll()
    .where("attributeId", "=", row.attributeId)
    .where("version", "=", row.version)
    .executeTakeFirstOrThrow();
}

/** Ends the current version of a fact. */
export async function retireAttribute({ tx, clock }: Work, profileId: string, key: string): Promise<void> {
  await tx.db
    .updateTable("provider_attributes")
    .set({ replacedAt: clock.now() })
    .where("profileId", "=", profileId)
    .where("key", "=", key)
    .where("replacedAt", "is", null)
    .execute();
}

async function currentAttribute(tx: Tx, profileId: string, key: string): Promise<ProviderAttributeRow | undefined> {
  return (await currentAttributes(tx, profileId)).find((row) => row.key === key);
}

/** A name for URLs, made of the provider's own, that no other profile of the organization has. */
async function freeSlug({ db }: Tx, { organizationId, name }: ProviderRow): Promise<string> {
  const base = slugOf(name);
  const rows = await db
    .selectFrom("provider_profiles")
    .select("slug")
    .where("organizationId", "=", organizationId)
    .execute();
  const taken = new Set(rows.map(({ slug }) => slug));
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}

/** Letters and digits of a name, without accents; `provider` when it has none. */
export function slugOf(name: string): string {
  const plain = name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return (
    plain
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-+|-+$/g, "")
      .slice(0, 90)
      .replace(/-+$/, "") || "provider"
  );
}

import type { Clock } from "../clock.ts";
import { issueApiKey } from "../credentials/api-keys.ts";
import { newId } from "../ids.ts";
import type { Work } from "../lifecycle/author.ts";
import { toMinorUnits } from "../money.ts";
import type { SubjectType } from "../pipeline/caller.ts";
import { contractTerms } from "../rules/default-contract.ts";
import type { Tx } from "../storage/open-database.ts";
import type { OrganizationRow } from "../storage/rows.ts";
import { plantParticulars } from "./plant-particulars.ts";
import type { OrganizationSeed, SeedDocument, Stock, WeekSeed } from "./seed-document.ts";

/** Credentials as the keys file holds them: readable by the walk and by the certification suite. */
export interface KeysFile {
  readonly organization: string;
  readonly credentials: Readonly<Record<string, { token: string; id: string; organization: string }>>;
}

/** Ids given to the refs of one organization. */
interface Planted {
  readonly id: string;
  readonly ids: ReadonlyMap<string, string>;
}

/**
 * Stores everything a seed document describes and makes its keys, in the transaction given.
 * @throws {Error} when an organization of that slug is there already, or a ref leads nowhere
 */
export async function plantSeed(tx: Tx, clock: Clock, document: SeedDocument): Promise<KeysFile> {
  const planted = new Map<string, Planted>();
  for (const organization of document.organizations)
    planted.set(organization.slug, await plantOrganization(tx, clock, organization));
  const credentials: Record<string, { token: string; id: string; organization: string }> = {};
  for (const [name, key] of Object.entries(document.keys)) {
    const owner = planted.get(key.organization);
    if (!owner)
      throw new Error(`The key ${name} names the organization ${key.organization}, which the document does not plant.`);
    const { subjectType, subjectId } = subjectOf(key, owner);
    const { token } = await issueApiKey(tx, clock, {
      organizationId: owner.id,
      subjectType,
      subjectId,
      label: `seed: ${name}`,
    });
    credentials[name] = { token, id: subjectId, organization: key.organization };
  }
  return { organization: document.organizations[0]?.slug ?? "", credentials };
}

/** Whom a key is for. Agents are nobody's belongings: they bring their own id. */
function subjectOf(key: SeedDocument["keys"][string], owner: Planted): { subjectType: SubjectType; subjectId: string } {
  if (key.agent !== undefined) return { subjectType: "agent", subjectId: key.agent };
  if (key.provider !== undefined) return { subjectType: "provider", subjectId: idOf(owner.ids, key.provider) };
  if (key.client !== undefined) return { subjectType: "client", subjectId: idOf(owner.ids, key.client) };
  return { subjectType: "organization", subjectId: owner.id };
}

async function plantOrganization(tx: Tx, clock: Clock, seed: OrganizationSeed): Promise<Planted> {
  const known = await tx.db.selectFrom("organizations").select("id").where("slug", "=", seed.slug).executeTakeFirst();
  if (known)
    throw new Error(
      `The organization ${seed.slug} is in this database already. Seed a new file, or delete this one first.`,
    );
  const id = newId("org", clock);
  await tx.db
    .insertInto("organizations")
    .values({
      id,
      slug: seed.slug,
      name: seed.name,
      description: seed.description ?? null,
      vertical: seed.vertical,
      country: seed.country,
      location: seed.location ?? null,
      timezone: seed.timezone,
      currency: seed.currency,
      contactEmail: seed.contact_email ?? null,
      website: seed.website ?? null,
      discoverable: seed.discoverable,
      booking: seed.booking ?? {},
      createdAt: clock.now(),
    })
    .execute();
  const ids = new Map<string, string>();
  await plantBelongings({ tx, clock }, id, seed, ids);
  return { id, ids };
}

/**
 * Gives an organization more providers, offers, resources or clients. Offers may name providers that are there already,
 * by their ids.
 * @throws {Error} when a ref leads nowhere
 */
export async function plantStock(work: Work, organization: OrganizationRow, stock: Stock): Promise<void> {
  const providers = await work.tx.db
    .selectFrom("providers")
    .select("id")
    .where("organizationId", "=", organization.id)
    .execute();
  const ids = new Map(providers.map(({ id }) => [id, id]));
  const { slug, name, vertical, country, timezone, currency, discoverable } = organization;
  const nothing = { resources: [], providers: [], offers: [], clients: [] };
  const seed = { slug, name, vertical, country, timezone, currency, discoverable, ...nothing, ...stock };
  await plantBelongings(work, organization.id, seed, ids);
}

async function plantBelongings(
  { tx, clock }: Work,
  id: string,
  seed: OrganizationSeed,
  ids: Map<string, string>,
): Promise<void> {
  const give = (ref: string, prefix: "res" | "prv" | "svc" | "cli") => {
    if (ids.has(ref)) throw new Error(`The ref ${ref} is used twice in ${seed.slug}.`);
    ids.set(ref, newId(prefix, clock));
    return idOf(ids, ref);
  };
  await plantResources(tx, clock, id, seed, give);
  await plantProviders(tx, clock, id, seed, give);
  await plantOffers(tx, clock, id, seed, ids, give);
  for (const client of seed.clients) give(client.ref, "cli");
  await plantClients(tx, clock, id, seed, ids);
  await plantParticulars({ tx, clock }, id, seed, ids);
}

type GiveId = (ref: string, prefix: "res" | "prv" | "svc" | "cli") => string;

async function plantResources(
  tx: Tx,
  clock: Clock,
  organizationId: string,
  seed: OrganizationSeed,
  give: GiveId,
): Promise<void> {
  for (const resource of seed.resources) {
    const resourceId = give(resource.ref, "res");
    await tx.db
      .insertInto("resources")
      .values({
        id: resourceId,
        organizationId,
        name: resource.name,
        type: resource.type,
        capacity: resource.capacity,
        bufferMinutes: resource.buffer_minutes,
        equipment: resource.equipment ?? [],
        location: resource.location ?? null,
        rules: null,
        timezone: null,
        isActive: true,
        createdAt: clock.now(),
      })
      .execute();
    for (const block of blocksOf(resource.availability)) {
      await tx.db
        .insertInto("resource_availability")
        .values({ id: newId("blk", clock), organizationId, resourceId, ...block })
        .execute();
    }
  }
}

async function plantProviders(
  tx: Tx,
  clock: Clock,
  organizationId: string,
  seed: OrganizationSeed,
  give: GiveId,
): Promise<void> {
  for (const provider of seed.providers) {
    const providerId = give(provider.ref, "prv");
    await tx.db
      .insertInto("providers")
      .values({
        id: providerId,
        organizationId,
        name: provider.name,
        email: provider.email ?? null,
        specialties: provider.specialties ?? [],
        credentials: provider.credentials ?? [],
        profileId: null,
        timezone: null,
        priority: provider.priority ?? 0,
        lastAssignedAt: null,
        noShowCount: 0,
        active: true,
        createdAt: clock.now(),
      })
      .execute();
    for (const block of blocksOf(provider.availability)) {
      await tx.db
        .insertInto("provider_availability")
        .values({ id: newId("blk", clock), organizationId, providerId, ...block })
        .execute();
    }
  }
}

async function plantOffers(
  tx: Tx,
  clock: Clock,
  organizationId: string,
  seed: OrganizationSeed,
  ...[ids, give]: [ReadonlyMap<string, string>, GiveId]
): Promise<void> {
  for (const offer of seed.offers) {
    const offerId = give(offer.ref, "svc");
    await tx.db
      .insertInto("offers")
      .values({
        id: offerId,
        organizationId,
        type: offer.type,
        vertical: seed.vertical,
        name: offer.name,
        description: offer.description ?? null,
        durationMinutes: offer.duration_minutes,
        priceMinor: toMinorUnits(offer.price, seed.currency),
        currency: seed.currency,
        modality: offer.modality,
        requirements: offer.requirements ?? [],
        visibility: offer.visibility ?? "public",
        requiresResource: offer.requires_resource ?? false,
        location: { type: offer.modality, ...(offer.address !== undefined && { address: offer.address }) },
        requiresPrepayment: offer.requires_prepayment ?? false,
        active: true,
        createdAt: clock.now(),
      })
      .execute();
    for (const ref of offer.providers) {
      await tx.db
        .insertInto("offer_providers")
        .values({ organizationId, offerId, providerId: idOf(ids, ref) })
        .execute();
    }
    const terms = contractTerms(seed.vertical, offer.contract ?? {});
    await tx.db
      .insertInto("contracts")
      .values({ id: newId("ctr", clock), organizationId, offerId, version: 1, terms, createdAt: clock.now() })
      .execute();
  }
}

async function plantClients(
  tx: Tx,
  clock: Clock,
  organizationId: string,
  seed: OrganizationSeed,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  for (const client of seed.clients) {
    await tx.db
      .insertInto("clients")
      .values({
        id: idOf(ids, client.ref),
        organizationId,
        email: client.email?.toLowerCase() ?? null,
        phone: client.phone ?? null,
        name: client.name,
        lastName: client.last_name,
        defaultPayerId: client.payer === undefined ? null : (ids.get(client.payer) ?? client.payer),
        titularProviderId: client.titular_provider === undefined ? null : idOf(ids, client.titular_provider),
        noShowCount: 0,
        createdAt: clock.now(),
      })
      .execute();
  }
}

function blocksOf(week: WeekSeed) {
  const orders = new Map<number, number>();
  return week.flatMap((block) =>
    block.days.map((dayOfWeek) => {
      const blockOrder = orders.get(dayOfWeek) ?? 0;
      orders.set(dayOfWeek, blockOrder + 1);
      return { dayOfWeek, startTime: block.from, endTime: block.to, isAvailable: true, timezone: null, blockOrder };
    }),
  );
}

function idOf(ids: ReadonlyMap<string, string>, ref: string): string {
  const id = ids.get(ref);
  if (id === undefined) throw new Error(`The seed document names ${ref}, which it does not describe.`);
  return id;
}

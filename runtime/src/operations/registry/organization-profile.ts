import type { Organization, ProviderSummary } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../../clock.ts";
import { notFound } from "../../errors.ts";
import type { Work } from "../../lifecycle/author.ts";
import { publicSpecializations } from "../../profiles/profile-document.ts";
import type { BookingRules } from "../../storage/json-shapes.ts";
import type { Tx } from "../../storage/open-database.ts";
import type { OrganizationRow, ProviderRow } from "../../storage/rows.ts";
import { offerDocuments, publicOffers } from "../offers/offer-document.ts";

/** @throws {ProtocolError} `NOT_FOUND` when it is unknown or was never published */
export async function discoverableOrganization(tx: Tx, slug: string): Promise<OrganizationRow> {
  const row = await tx.db
    .selectFrom("organizations")
    .selectAll()
    .where("slug", "=", slug)
    .where("discoverable", "=", true)
    .executeTakeFirst();
  if (!row) throw notFound("organization");
  return row;
}

/** What the public may know of an organization (objects page 1). */
export async function organizationProfile(work: Work, organization: OrganizationRow): Promise<Organization> {
  const { tx } = work;
  const offers = await publicOffers(tx, organization.id);
  const providers = await providerSummaries(work, organization);
  return {
    id: organization.id,
    slug: organization.slug,
    name: organization.name,
    ...(organization.description !== null && { description: organization.description }),
    vertical: organization.vertical,
    country: organization.country,
    ...(organization.location !== null && { location: organization.location }),
    timezone: organization.timezone,
    currency: organization.currency,
    ...(organization.contactEmail !== null && { contact_email: organization.contactEmail }),
    ...(organization.website !== null && { website: organization.website }),
    verified_deliveries: await verifiedDeliveries(tx, organization.id),
    created_at: isoInstant(organization.createdAt),
    discoverable: organization.discoverable,
    services: await offerDocuments(tx, offers),
    providers,
    booking: bookingDocument(organization.booking as BookingRules),
  } as Organization;
}

/** What of its booking rules an organization tells everybody. */
function bookingDocument(rules: BookingRules): NonNullable<Organization["booking"]> {
  const { public_lane = false, requires_prepayment = false, min_advance_minutes, max_advance_days } = rules;
  const { confirmation_ttl_minutes, booking_token_ttl_days } = rules;
  const told = { min_advance_minutes, max_advance_days, confirmation_ttl_minutes, booking_token_ttl_days };
  const set = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
  return { requires_prepayment, public_lane, ...set };
}

/** Deliveries of an organization that reached `verified`. */
export async function verifiedDeliveries(tx: Tx, organizationId: string): Promise<number> {
  const { count } = await tx.db
    .selectFrom("sessions")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("organizationId", "=", organizationId)
    .where("state", "=", "verified")
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What the public sees of an organization's providers: nothing where its booking rules hide them. */
export async function providerSummaries(
  { tx, clock }: Work,
  { id: organizationId, booking }: Pick<OrganizationRow, "id" | "booking">,
): Promise<ProviderSummary[]> {
  if ((booking as BookingRules).hide_providers === true) return [];
  const providers = await publicProviders(tx, organizationId);
  const specializations = await publicSpecializations(tx, providers, clock.now());
  return providers.map(({ id, name }) => ({ id, name, specializations: specializations.get(id) ?? [] }));
}

/** Active providers who deliver at least one public offer. */
export async function publicProviders(tx: Tx, organizationId: string): Promise<ProviderRow[]> {
  return tx.db
    .selectFrom("providers")
    .selectAll()
    .where("organizationId", "=", organizationId)
    .where("active", "=", true)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("offer_providers")
          .innerJoin("offers", "offers.id", "offer_providers.offerId")
          .select("offers.id")
          .whereRef("offer_providers.providerId", "=", "providers.id")
          .where("offers.active", "=", true)
          .where("offers.visibility", "=", "public"),
      ),
    )
    .orderBy("name")
    .execute();
}

import { freeSlots } from "./calendar.ts";
import { isDate, iso } from "./clock.ts";
import { Fault, invalidParameter } from "./fault.ts";
import { toMoney } from "./money.ts";
import { type Answer, type Call, paged, queryNumber, type Resource } from "./request.ts";
import type { Offer, Organization, Provider } from "./store.ts";

export const VERSION = "0.8";
export const BASE = "/servicialo/v1";

const CORE_STATES = [
  "requested",
  "scheduled",
  "confirmed",
  "in_progress",
  "delivered",
  "documented",
  "charged",
  "verified",
];
const FLOWS = ["cancellation", "no_show", "rescheduling", "dispute", "partial_delivery"];
const EVIDENCE = ["gps", "signature", "photo", "document", "duration", "notes"];

/** What this node can do. */
export function capabilities({ declared }: Call): Answer {
  const attributes = {
    protocol_version: VERSION,
    protocol_versions: [VERSION],
    profile_version: "1.0.0",
    compliance: "extended",
    capabilities: declared,
    levels: ["CORE"],
    sandbox_clock: true,
    extensions: [],
  };
  return { data: { type: "server", id: "servicialo", attributes } };
}

export function manifest(call: Call): Answer {
  return {
    document: {
      servicialo: VERSION,
      protocol_version: VERSION,
      name: "A plain node",
      description: "Written from the published pages alone.",
      org_slug: null,
      endpoints: { rest: `${call.host}${BASE}` },
      capabilities_url: `${call.host}${BASE}/`,
    },
  };
}

export function searchOrganizations(call: Call): Answer {
  const vertical = call.query.get("vertical");
  if (vertical === null || vertical === "") throw invalidParameter("vertical", "Which vertical?");
  const country = call.query.get("country") ?? "cl";
  if (!/^[a-z]{2}$/.test(country)) throw invalidParameter("country", "Two lower-case letters.");
  const location = call.query.get("location")?.toLowerCase();
  const limit = queryNumber(call, "limit", [1, 100, 10]);
  const found = call.work
    .all("organizations", (one) => one.vertical === vertical.toLowerCase() && one.country === country)
    .filter((one) => location === undefined || one.location.toLowerCase().includes(location))
    .sort((a, b) => a.name.localeCompare(b.name));
  return paged(
    call,
    found.map((one) => ({ type: "organizations", id: one.slug, attributes: organizationDocument(call, one) })),
    limit,
  );
}

export function getOrganization(call: Call): Answer {
  const organization = organizationOf(call, call.params["org_slug"] ?? "");
  const attributes = {
    ...organizationDocument(call, organization),
    timezone: organization.timezone,
    services: publicOffers(call, organization).map(offerDocument),
    providers: providersOf(call, organization).map(({ id, name }) => ({ id, name, specializations: [] })),
    booking: { confirmation_policy: "any", requires_prepayment: false, public_lane: false },
  };
  return { data: { type: "organizations", id: organization.slug, attributes } };
}

export function listServices(call: Call): Answer {
  const organization = organizationOf(call, call.params["org_slug"] ?? "");
  return paged(call, publicOffers(call, organization).map(offerResource));
}

export function checkAvailability(call: Call): Answer {
  const slug = call.query.get("org_slug");
  if (slug === null) throw invalidParameter("org_slug", "Whose calendar?");
  const from = dateOf(call, "date_from");
  const to = dateOf(call, "date_to");
  if (to < from) throw invalidParameter("date_to", "Not before date_from.");
  if (Date.parse(to) - Date.parse(from) > 62 * 86_400_000) throw invalidParameter("date_to", "At most 62 days.");
  const organization = organizationOf(call, slug);
  const offerId = call.query.get("service_id");
  const providerId = call.query.get("provider_id");
  if (offerId === null && providerId === null) {
    throw new Fault("MISSING_AVAILABILITY_TARGET", { parameter: "provider_id", detail: "A service or a provider." });
  }
  const offer = offerId === null ? undefined : call.work.find("offers", offerId);
  if (offerId !== null && offer?.organizationId !== organization.id) throw new Fault("NOT_FOUND");
  const minutes = queryNumber(call, "duration_minutes", [1, 1440, offer?.durationMinutes ?? 30]);
  const providers = providersOf(call, organization).filter(
    ({ id }) => (providerId === null || id === providerId) && (!offer || offer.providerIds.includes(id)),
  );
  if (providerId !== null && providers.length === 0) throw new Fault("NOT_FOUND");
  const asClient = call.key?.subjectType === "client" && call.key.organizationId === organization.id;
  const slots = freeSlots(call.work, providers, {
    from,
    to,
    minutes,
    now: call.clock.now(),
    ...(asClient && { clientId: call.key?.subjectId ?? "" }),
  });
  const answer = paged(
    call,
    slots.map((slot) => ({
      type: "availability_slots",
      id: `${slot.providerId}@${iso(slot.startsAt)}`,
      attributes: {
        provider_id: slot.providerId,
        starts_at: iso(slot.startsAt),
        ends_at: iso(slot.endsAt),
        ...(offer && { service_id: offer.id }),
        confidence_score: 0.9,
      },
    })),
  );
  return { ...answer, meta: { ...answer.meta, mode: "provider_only", conflict_resolution: { type: "none" } } };
}

function dateOf(call: Call, name: string): string {
  const text = call.query.get(name) ?? "";
  if (!isDate(text)) throw invalidParameter(name, "A date, YYYY-MM-DD.");
  return text;
}

/** Discovery level 1. */
export function agents(call: Call): Answer {
  const organizations = call.work.all("organizations", () => true);
  return {
    document: {
      version: "0.8.0",
      implementation: { name: "A plain node", protocol_version: VERSION, platform: new URL(call.host).host },
      organizations: organizations.map((one) => ({
        slug: one.slug,
        name: one.name,
        vertical: one.vertical,
        country: one.country,
        agent_card: `${call.host}/api/servicialo/${one.slug}/.well-known/agent.json`,
      })),
    },
  };
}

/** Discovery level 2. */
export function agentCard(call: Call): Answer {
  const organization = organizationOf(call, call.params["org_slug"] ?? "");
  const { slug, name, vertical, country, timezone } = organization;
  return {
    document: {
      version: "0.8.0",
      organization: { slug, name, vertical, country, timezone },
      capabilities: {
        lifecycle_states: [...CORE_STATES, "cancelled", "disputed", "reassigning", "rescheduling", "partial"],
        exception_flows: FLOWS,
        evidence_types: EVIDENCE,
        service_orders: false,
        resources: false,
        a2a: false,
        mandates: false,
      },
      services: publicOffers(call, organization).map((offer) => {
        const { value, currency } = toMoney(offer.price);
        const { id, durationMinutes, modality } = offer;
        return {
          id,
          name: offer.name,
          vertical,
          duration_minutes: durationMinutes,
          price: { amount: value, currency },
          modality,
        };
      }),
      providers: providersOf(call, organization).map((provider) => ({ id: provider.id, name: provider.name })),
      endpoints: { rest: `${call.host}${BASE}` },
      authentication: { type: "api_key", scopes: [] },
    },
  };
}

/** @throws {Fault} `NOT_FOUND` */
export function organizationOf(call: Call, reference: string): Organization {
  const [found] = call.work.all("organizations", ({ id, slug }) => id === reference || slug === reference);
  if (!found) throw new Fault("NOT_FOUND", { detail: "There is no such organization." });
  return found;
}

function organizationDocument(call: Call, one: Organization) {
  const { id, slug, name, vertical, country, location, timezone, currency, createdAt } = one;
  return {
    id,
    slug,
    name,
    vertical,
    country,
    location,
    timezone,
    currency,
    created_at: iso(createdAt),
    discoverable: true,
    services_count: publicOffers(call, one).length,
  };
}

function publicOffers(call: Call, { id }: Organization): Offer[] {
  return call.work.all("offers", (offer) => offer.organizationId === id && offer.visibility === "public");
}

function providersOf(call: Call, { id }: Organization): Provider[] {
  return call.work.all("providers", (provider) => provider.organizationId === id);
}

export function offerResource(offer: Offer, vertical?: unknown): Resource {
  return {
    type: "service_offers",
    id: offer.id,
    attributes: { ...offerDocument(offer), ...(typeof vertical === "string" && { vertical }) },
  };
}

function offerDocument(offer: Offer) {
  const { id, organizationId, type, name, durationMinutes, price, modality, visibility, providerIds } = offer;
  return {
    id,
    organization_id: organizationId,
    type,
    vertical: "fitness",
    name,
    duration_minutes: durationMinutes,
    price: toMoney(price),
    modality,
    visibility,
    requires_resource: false,
    required_evidence: [],
    provider_ids: providerIds,
    requires_prepayment: false,
    active: true,
  };
}

import { cardScopes, cardVersion, evidenceTypes, exceptionFlows, lifecycleStates } from "@servicialo/schema/0.8/cards";
import { operations } from "@servicialo/schema/0.8/operations";
import type { AgentCard, ServiceOffer } from "@servicialo/schema/0.8/types";
import type { OperationContext } from "../../pipeline/context.ts";
import type { OrganizationRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";
import { offerDocuments, publicOffers } from "../offers/offer-document.ts";
import { discoverableOrganization, providerSummaries, verifiedDeliveries } from "../registry/organization-profile.ts";
import { servedOperations } from "../served-operations.ts";
import { doorsOf, registeredBySlug } from "./doors.ts";
import { onlyPublished } from "./published-organization.ts";

/** Level 2 of discovery: the card of one organization (SVC-CARD-001 to 003). */
export const getAgentCard: Handler<"discovery.get_agent_card"> = async (context, input) => {
  const organization = await discoverableOrganization(context.tx, input.org_slug);
  return { document: await agentCard(context, organization) };
};

/** The card at the host's root, for a node with one organization (E-07). */
export const getRootAgentCard: Handler<"discovery.get_root_agent_card"> = async (context) => ({
  document: await agentCard(context, await onlyPublished(context.tx)),
});

async function agentCard(context: OperationContext, organization: OrganizationRow): Promise<AgentCard> {
  const { tx, config } = context;
  const offers = await offerDocuments(tx, await publicOffers(tx, organization.id));
  const providers = await providerSummaries(context, organization);
  const served = new Set(servedOperations());
  return {
    version: cardVersion,
    organization: await organizationOf(context, organization),
    capabilities: {
      lifecycle_states: [...lifecycleStates.core, ...lifecycleStates.exception],
      exception_flows: [...exceptionFlows],
      evidence_types: [...evidenceTypes],
      service_orders: served.has("service_orders.create"),
      resources: served.has("resource.create"),
      a2a: served.has("a2a.get_agent_card"),
      mandates: served.has("mandates.issue"),
    },
    services: offers.map(serviceOf),
    providers: providers.map((provider) => ({
      ...provider,
      services: offers.filter((offer) => offer.provider_ids?.includes(provider.id)).map((offer) => offer.id),
    })),
    endpoints: { ...doorsOf(config, organization.slug) },
    authentication: { type: "api_key", scopes: [...cardScopes], ...toolCounts() },
  };
}

async function organizationOf(
  context: OperationContext,
  organization: OrganizationRow,
): Promise<AgentCard["organization"]> {
  const { slug, name, vertical, country, timezone, description } = organization;
  const registered = (await registeredBySlug(context, [slug])).get(slug);
  return {
    slug,
    name,
    vertical,
    country,
    timezone,
    ...(description !== null && { description }),
    ...(registered && { trust_score: registered.score }),
    verified_deliveries: await verifiedDeliveries(context.tx, organization.id),
  };
}

function serviceOf(offer: ServiceOffer): AgentCard["services"][number] {
  return {
    id: offer.id,
    name: offer.name,
    vertical: offer.vertical,
    duration_minutes: offer.duration_minutes,
    price: { amount: offer.price.value, currency: offer.price.currency },
    modality: offer.modality,
    ...(offer.description !== undefined && { description: offer.description }),
    requires_resource: offer.requires_resource ?? false,
    required_evidence: offer.required_evidence ?? [],
  };
}

/** How many of the served tools can be called without a credential, and how many with one. */
function toolCounts() {
  const tools = servedOperations().filter((id) => operations[id].tool !== null);
  const isPublic = (id: (typeof tools)[number]) =>
    operations[id].tier === "discovery" || operations[id].tier === "resolver";
  return { public_tools_count: tools.filter(isPublic).length, authenticated_tools_count: tools.length };
}

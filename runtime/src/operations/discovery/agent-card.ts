import { machines } from "@servicialo/schema/0.8/machines";
import { basePath, operations, protocolVersion } from "@servicialo/schema/0.8/operations";
import type { AgentCard } from "@servicialo/schema/0.8/types";
import { publicUrlOf } from "../../config.ts";
import { notFound } from "../../errors.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import type { OrganizationRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";
import { offerDocuments, publicOffers } from "../offers/offer-document.ts";
import { discoverableOrganization, providerSummaries, verifiedDeliveries } from "../registry/organization-profile.ts";
import { servedOperations } from "../served-operations.ts";

/** Level 2 of discovery: the card of one organization (SVC-CARD-001 to 003). */
export const getAgentCard: Handler<"discovery.get_agent_card"> = async (context, input) => {
  const organization = await discoverableOrganization(context.tx, input.org_slug);
  return { document: await agentCard(context, organization) };
};

/** The card at the host's root, for a node with one organization (E-07). */
export const getRootAgentCard: Handler<"discovery.get_root_agent_card"> = async (context) => {
  const all = await context.tx.db
    .selectFrom("organizations")
    .selectAll()
    .where("discoverable", "=", true)
    .limit(2)
    .execute();
  const [only] = all.length === 1 ? all : [];
  if (!only) throw notFound("card: this node has no single organization");
  return { document: await agentCard(context, only) };
};

async function agentCard(context: OperationContext, organization: OrganizationRow): Promise<AgentCard> {
  const { tx, config } = context;
  const offers = await offerDocuments(tx, await publicOffers(tx, organization.id));
  const providers = await providerSummaries(context, organization);
  return {
    version: `${protocolVersion}.0`,
    organization: {
      slug: organization.slug,
      name: organization.name,
      vertical: organization.vertical,
      country: organization.country,
      timezone: organization.timezone,
      ...(organization.description !== null && { description: organization.description }),
      verified_deliveries: await verifiedDeliveries(tx, organization.id),
    },
    capabilities: {
      lifecycle_states: machines.service.states.filter((state) => state.kind !== "optional").map((state) => state.name),
      exception_flows: ["cancellation", "no_show", "rescheduling", "dispute", "partial_delivery", "resource_conflict"],
      evidence_types: ["gps", "signature", "photo", "document", "duration", "notes"],
      service_orders: servedOperations().includes("service_orders.create"),
      resources: servedOperations().includes("resource.create"),
      a2a: false,
      mandates: false,
    },
    services: offers.map((offer) => ({
      id: offer.id,
      name: offer.name,
      vertical: offer.vertical,
      duration_minutes: offer.duration_minutes,
      price: { amount: offer.price.value, currency: offer.price.currency },
      modality: offer.modality,
      ...(offer.description !== undefined && { description: offer.description }),
      requires_resource: offer.requires_resource ?? false,
      required_evidence: offer.required_evidence ?? [],
    })),
    providers: providers.map((provider) => ({
      ...provider,
      services: offers.filter((offer) => offer.provider_ids?.includes(provider.id)).map((offer) => offer.id),
    })),
    endpoints: { rest: `${publicUrlOf(config)}${basePath}` },
    authentication: { type: "api_key", ...toolCounts() },
  };
}

/** How many of the served tools can be called without a credential, and how many with one. */
function toolCounts() {
  const tools = servedOperations().filter((id) => operations[id].tool !== null);
  const isPublic = (id: (typeof tools)[number]) =>
    operations[id].tier === "discovery" || operations[id].tier === "resolver";
  return { public_tools_count: tools.filter(isPublic).length, authenticated_tools_count: tools.length };
}

import { machines } from "../generated/machines.ts";
import { basePath, protocolVersion } from "../generated/operations.ts";
import { type Handler, ProtocolError } from "../generated/servicialo.ts";
import { publicOffers } from "../src/public-facts.ts";

/**
 * Discovery level 2: the card of one organization.
 *
 * GET /api/servicialo/{org_slug}/.well-known/agent.json
 */
const handler: Handler<"discovery.get_agent_card"> = async ({ store }, { org_slug }) => {
  const organization = store.organizations.find(({ slug }) => slug === org_slug);
  if (!organization) throw new ProtocolError("NOT_FOUND", { detail: "There is no such organization." });
  const { slug, name, vertical, country, timezone } = organization;
  return {
    document: {
      version: `${protocolVersion}.0`,
      organization: { slug, name, vertical, country, timezone },
      capabilities: {
        // The optional state belongs to the public booking lane, which this node does not have.
        lifecycle_states: machines.service.states.filter(({ kind }) => kind !== "optional").map((state) => state.name),
        exception_flows: ["cancellation", "no_show", "rescheduling", "dispute", "partial_delivery"],
        evidence_types: ["gps", "signature", "photo", "document", "duration", "notes"],
      },
      services: publicOffers(store, organization).map(
        ({ id, name: title, vertical: kind, duration_minutes, price, modality }) => ({
          id,
          name: title,
          vertical: kind,
          duration_minutes,
          price: { amount: price.value, currency: price.currency },
          modality,
        }),
      ),
      endpoints: { rest: `${store.publicUrl}${basePath}` },
      authentication: { type: "api_key" },
    },
  };
};

export default handler;

import { type Handler, ProtocolError } from "../generated/servicialo.ts";
import { publicOffers } from "../src/public-facts.ts";

/**
 * The public profile of a discoverable organization.
 *
 * GET /servicialo/v1/registry/organizations/{org_slug}
 */
const handler: Handler<"registry.get_organization"> = async ({ store }, { org_slug, country = "cl" }) => {
  const organization = store.organizations.find((one) => one.slug === org_slug && one.country === country);
  if (!organization) throw new ProtocolError("NOT_FOUND", { detail: "There is no such organization." });
  const { createdAt, ...facts } = organization;
  const services = publicOffers(store, organization);
  return {
    id: organization.slug,
    attributes: { ...facts, currency: "CLP", created_at: createdAt, discoverable: true, services },
  };
};

export default handler;

import type { Handler } from "../generated/servicialo.ts";
import { publicOffers } from "../src/public-facts.ts";

/**
 * Finds discoverable organizations of a vertical, by trust score, then name.
 *
 * GET /servicialo/v1/registry/organizations
 */
const handler: Handler<"registry.search"> = async (
  { store },
  { vertical, location, country = "cl", limit = 10, page = 1 },
) => {
  const matching = store.organizations
    .filter((one) => one.vertical === vertical.toLowerCase() && one.country === country)
    .filter((one) => location === undefined || one.location.toLowerCase().includes(location.toLowerCase()))
    .sort((a, b) => a.name.localeCompare(b.name));
  const items = matching.slice((page - 1) * limit, page * limit).map((organization) => {
    const { slug, name, vertical: kind, location: place, country: land } = organization;
    const attributes = {
      slug,
      name,
      vertical: kind,
      location: place,
      country: land,
      services_count: publicOffers(store, organization).length,
    };
    return { id: slug, attributes };
  });
  return { items, total: matching.length };
};

export default handler;

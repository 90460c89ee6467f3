import { protocolVersion } from "@servicialo/schema/0.8/operations";
import { publicUrlOf } from "../../config.ts";
import type { Handler } from "../handler.ts";
import { publicOffers } from "../offers/offer-document.ts";
import { publicProviders, verifiedDeliveries } from "../registry/organization-profile.ts";

/** Level 1 of discovery: the discoverable organizations of this host (channels 1). */
export const listAgents: Handler<"discovery.list_agents"> = async ({ tx, config }) => {
  const url = publicUrlOf(config);
  const rows = await tx.db
    .selectFrom("organizations")
    .selectAll()
    .where("discoverable", "=", true)
    .orderBy("slug")
    .execute();
  const organizations = [];
  for (const row of rows) {
    organizations.push({
      slug: row.slug,
      name: row.name,
      vertical: row.vertical,
      country: row.country,
      agent_card: `${url}/api/servicialo/${row.slug}/.well-known/agent.json`,
      ...(row.description !== null && { description: row.description }),
      ...(row.location !== null && { region: row.location }),
      services_count: (await publicOffers(tx, row.id)).length,
      providers_count: (await publicProviders(tx, row.id)).length,
      verified_deliveries: await verifiedDeliveries(tx, row.id),
    });
  }
  return {
    document: {
      version: `${protocolVersion}.0`,
      implementation: { name: "servicialo-node", protocol_version: protocolVersion, platform: new URL(url).host },
      organizations,
    },
  };
};

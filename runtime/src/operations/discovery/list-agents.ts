import { cardVersion } from "@servicialo/schema/0.8/cards";
import { protocolVersion } from "@servicialo/schema/0.8/operations";
import type { OrgCard } from "@servicialo/schema/0.8/types";
import { isoInstant } from "../../clock.ts";
import { publicUrlOf } from "../../config.ts";
import type { Handler } from "../handler.ts";
import { publicOffers } from "../offers/offer-document.ts";
import { publicProviders, verifiedDeliveries } from "../registry/organization-profile.ts";
import { cardAddress, registeredBySlug } from "./doors.ts";

/** Level 1 of discovery: the organizations of this host that a human published (channels 1, SVC-CARD-004). */
export const listAgents: Handler<"discovery.list_agents"> = async (context) => {
  const { tx, config } = context;
  const rows = await tx.db
    .selectFrom("organizations")
    .selectAll()
    .where("discoverable", "=", true)
    .orderBy("slug")
    .execute();
  const registrations = await registeredBySlug(
    context,
    rows.map(({ slug }) => slug),
  );
  const organizations: OrgCard[] = [];
  for (const row of rows) {
    const { score, lastSeenAt = null } = registrations.get(row.slug) ?? {};
    organizations.push({
      slug: row.slug,
      name: row.name,
      vertical: row.vertical,
      country: row.country,
      agent_card: cardAddress(config, row.slug),
      ...(row.description !== null && { description: row.description }),
      ...(row.location !== null && { region: row.location }),
      ...(score !== undefined && { trust_score: score }),
      services_count: (await publicOffers(tx, row.id)).length,
      providers_count: (await publicProviders(tx, row.id)).length,
      verified_deliveries: await verifiedDeliveries(tx, row.id),
      ...(lastSeenAt !== null && { last_heartbeat: isoInstant(lastSeenAt) }),
    });
  }
  return {
    document: {
      version: cardVersion,
      implementation: {
        name: "servicialo-node",
        protocol_version: protocolVersion,
        platform: new URL(publicUrlOf(config)).host,
      },
      organizations,
    },
  };
};

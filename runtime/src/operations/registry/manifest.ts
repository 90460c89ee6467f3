import { basePath, protocolVersion } from "@servicialo/schema/0.8/operations";
import type { Manifest } from "@servicialo/schema/0.8/types";
import { publicUrlOf } from "../../config.ts";
import { doorsOf } from "../discovery/doors.ts";
import { MCP_PATH } from "../discovery/mcp-pointer.ts";
import type { Handler } from "../handler.ts";

/** Who this server is (SVC-DISC-001). */
export const manifest: Handler<"registry.manifest"> = async ({ tx, config }) => {
  const organizations = await tx.db
    .selectFrom("organizations")
    .select(["id", "slug", "name", "description"])
    .where("discoverable", "=", true)
    .orderBy("slug")
    .execute();
  const [only] = organizations.length === 1 ? organizations : [];
  const url = publicUrlOf(config);
  const document: Manifest = {
    servicialo: protocolVersion,
    name: only?.name ?? config.name,
    ...(only?.description && { description: only.description }),
    endpoints: {
      rest: `${url}${basePath}`,
      mcp: `${url}${MCP_PATH}`,
      // Tasks are sent to an organization; where there are several, their cards say where.
      ...(only && { a2a: doorsOf(config, only.slug).a2a }),
      health: `${url}/health/ready`,
    },
    protocol_version: protocolVersion,
    org_slug: only?.slug ?? null,
    capabilities_url: `${url}${basePath}/`,
    services: await servicesOf(organizations.map((organization) => organization.id)),
  };
  return { document };

  async function servicesOf(organizationIds: string[]) {
    if (organizationIds.length === 0) return [];
    const offers = await tx.db
      .selectFrom("offers")
      .select(["id", "name", "requiresPrepayment"])
      .where("organizationId", "in", organizationIds)
      .where("active", "=", true)
      .where("visibility", "=", "public")
      .orderBy("name")
      .execute();
    return offers.map(({ id, name, requiresPrepayment }) => ({ id, name, requires_prepayment: requiresPrepayment }));
  }
};

import { basePath, protocolVersion } from "../generated/operations.ts";
import type { Handler } from "../generated/servicialo.ts";

/**
 * Who this server is.
 *
 * GET /servicialo/v1/manifest
 */
const handler: Handler<"registry.manifest"> = async ({ store }) => ({
  document: {
    servicialo: protocolVersion,
    protocol_version: protocolVersion,
    name: "Minimal node",
    description: "A node in memory, written by hand from a generated skeleton.",
    org_slug: store.organizations.length === 1 ? (store.organizations[0]?.slug ?? null) : null,
    endpoints: { rest: `${store.publicUrl}${basePath}` },
    capabilities_url: `${store.publicUrl}${basePath}`,
  },
});

export default handler;

import { protocolVersion } from "../generated/operations.ts";
import type { Handler } from "../generated/servicialo.ts";
import { servedOperations } from "../src/public-facts.ts";

/**
 * What this node can do.
 *
 * GET /servicialo/v1
 */
const handler: Handler<"capabilities.get"> = async () => ({
  id: "servicialo",
  attributes: {
    protocol_version: protocolVersion,
    profile_version: "1.0.0",
    compliance: "minimal",
    capabilities: await servedOperations(),
    levels: ["CORE"],
    protocol_versions: [protocolVersion],
    sandbox_clock: true,
    extensions: [],
  },
});

export default handler;

import { type OperationId, operations, protocolVersion } from "@servicialo/schema/0.8/operations";
import type { Capabilities } from "@servicialo/schema/0.8/types";
import { EVENT_STREAM } from "../../events/read-events.ts";
import { AGENDA } from "../../scheduling/read-agenda.ts";
import type { Tx } from "../../storage/open-database.ts";
import type { Handler } from "../handler.ts";
import { servedOperations } from "../served-operations.ts";

/** Version of the HTTP profile that is served. */
const PROFILE_VERSION = "1.0.0";

/** What this node can do: whatever it has a handler for, and nothing else (SVC-DISC-004). */
export const capabilities: Handler<"capabilities.get"> = async ({ tx, config }) => {
  const served = servedOperations().filter((id) => config.sandboxClock || !id.startsWith("sandbox."));
  const attributes: Capabilities = {
    protocol_version: protocolVersion,
    profile_version: PROFILE_VERSION,
    compliance: served.some((id) => isOptional(id)) ? "extended" : "minimal",
    capabilities: served.filter((id) => operations[id].basePath !== ""),
    levels: ["CORE", "FULL", ...((await isInResolver(tx)) ? (["NETWORK"] as const) : []), "AGENT"],
    protocol_versions: [protocolVersion],
    sandbox_clock: config.sandboxClock,
    extensions: [EVENT_STREAM, AGENDA],
  };
  return { id: "servicialo", attributes };
};

/** NETWORK asks for more than operations: to be registered somewhere, and to send a sign of life (SVC-RSLV-001). */
async function isInResolver({ db }: Tx): Promise<boolean> {
  const link = await db.selectFrom("resolver_links").select("id").limit(1).executeTakeFirst();
  return link !== undefined;
}

function isOptional(id: OperationId): boolean {
  return !operations[id].required && operations[id].tool !== null;
}

import { type OperationId, operations, protocolVersion } from "@servicialo/schema/0.8/operations";
import type { Capabilities } from "@servicialo/schema/0.8/types";
import { EVENT_STREAM } from "../../events/read-events.ts";
import type { Handler } from "../handler.ts";
import { servedOperations } from "../served-operations.ts";

/** Version of the HTTP profile that is served. */
const PROFILE_VERSION = "1.0.0";

/** What this node can do: whatever it has a handler for, and nothing else (SVC-DISC-004). */
export const capabilities: Handler<"capabilities.get"> = async ({ config }) => {
  const served = servedOperations().filter((id) => config.sandboxClock || !id.startsWith("sandbox."));
  const attributes: Capabilities = {
    protocol_version: protocolVersion,
    profile_version: PROFILE_VERSION,
    compliance: served.some((id) => isOptional(id)) ? "extended" : "minimal",
    capabilities: served.filter((id) => operations[id].basePath !== ""),
    levels: ["CORE"],
    protocol_versions: [protocolVersion],
    sandbox_clock: config.sandboxClock,
    extensions: [EVENT_STREAM],
  };
  return { id: "servicialo", attributes };
};

function isOptional(id: OperationId): boolean {
  return !operations[id].required && operations[id].tool !== null;
}

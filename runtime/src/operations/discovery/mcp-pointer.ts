import { publicUrlOf } from "../../config.ts";
import type { Handler } from "../handler.ts";

/** Path of the MCP endpoint below the host's root. */
export const MCP_PATH = "/mcp";

/** Where MCP clients find this node (channels 1). */
export const getMcpPointer: Handler<"discovery.get_mcp_pointer"> = async ({ config }) => ({
  document: { mcpServers: { servicialo: { url: `${publicUrlOf(config)}${MCP_PATH}` } } },
});

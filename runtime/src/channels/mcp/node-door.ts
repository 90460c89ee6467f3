import type { McpServer } from "@modelcontextprotocol/server";
import type { FastifyInstance } from "fastify";
import { publicUrlOf } from "../../config.ts";
import type { NodeServices } from "../../pipeline/execute.ts";
import { inProcess } from "../exchange/exchange.ts";
import { type McpDoor, mcpDoor } from "./mcp-door.ts";

/** The MCP door of the node of this process. */
export function nodeDoor(
  app: FastifyInstance,
  services: NodeServices,
  extend: ((server: McpServer) => void) | undefined,
): McpDoor {
  return mcpDoor({
    exchange: inProcess(app, "mcp"),
    nodeUrl: () => publicUrlOf(services.config),
    // The same in every process of the node, and of no use without its key.
    stateKey: services.vault.digest("mcp.request-state", ""),
    report: (error) => app.log.warn({ err: error }, "mcp"),
    ...(extend && { extend }),
  });
}

import type { McpServer } from "@modelcontextprotocol/server";
import { addContents } from "./contents.ts";
import { addQuestions, type StateCodec } from "./questions.ts";

export type { StateCodec } from "./questions.ts";

/** Makes a server answer the MCP project's conformance suite: its fixed names, and what the node itself does not offer. */
export function fixturesOf(codec: StateCodec): (server: McpServer) => void {
  return (server) => {
    addContents(server);
    addQuestions(server, codec);
    // Older clients set a level and watch resources. The node neither logs to them nor changes what they read.
    server.server.registerCapabilities({ logging: {}, resources: { subscribe: true } });
    server.server.setRequestHandler("resources/subscribe", () => ({}));
    server.server.setRequestHandler("resources/unsubscribe", () => ({}));
  };
}

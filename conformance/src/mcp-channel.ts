import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Answer } from "./answer.ts";
import { findOperation, type OperationId } from "./artefacts.ts";
import type { CaseContext } from "./case-context.ts";
import { isRecord, pickText } from "./json-path.ts";
import type { Exchange, NodeConnection } from "./node-connection.ts";
import type { CredentialKind } from "./settings.ts";
import { SUITE_VERSION } from "./suite-identity.ts";
import { ConnectionLost, Unmet } from "./verdict.ts";

/**
 * Address of the node's MCP server, from its pointer or its card (channels 1).
 * @throws NotApplicable when it publishes none: then HTTP is its only channel
 */
export async function mcpAddress(context: CaseContext): Promise<string> {
  const { hostUrl } = context.node.connection;
  const pointer = await context.node.raw({ method: "GET", target: `${hostUrl}/.well-known/mcp.json` });
  const named = pointer.status === 200 ? pickText(pointer.body, "mcpServers.servicialo.url") : undefined;
  const address = named ?? pickText(await context.world.agentCard(), "endpoints.mcp");
  if (address === undefined || !URL.canParse(address, hostUrl))
    return context.notApplicable("the node publishes no MCP server; HTTP is its only channel");
  return new URL(address, hostUrl).href;
}

/** Tools of a node, called over its MCP server with the credential of one party. */
export class McpChannel {
  readonly #client: Client;
  readonly #exchanges: Exchange[];

  private constructor(client: Client, exchanges: Exchange[]) {
    this.#client = client;
    this.#exchanges = exchanges;
  }

  /** @throws Unmet when the published server takes no client */
  static async open(context: CaseContext, address: string, as: CredentialKind): Promise<McpChannel> {
    const { token, scheme } = context.node.credential(as);
    const client = new Client({ name: "servicialo-certify", version: SUITE_VERSION });
    const exchanges: Exchange[] = [];
    const transport = new StreamableHTTPClientTransport(new URL(address), {
      requestInit: { headers: { authorization: `${scheme ?? "Bearer"} ${token}` } },
      fetch: recordedFetch(context.node.connection, context.requirement, exchanges),
    });
    try {
      await client.connect(transport);
    } catch (error) {
      if (error instanceof ConnectionLost) throw error;
      throw new Unmet(`the MCP server that the node publishes takes no client: ${String(error)}`, "FAIL");
    }
    return new McpChannel(client, exchanges);
  }

  /**
   * Calls the tool of an operation; what it answers reads like an answer of the HTTP profile.
   * @throws Unmet when the operation has no tool
   */
  async call(id: OperationId, input: Readonly<Record<string, unknown>>): Promise<Answer> {
    const tool = findOperation(id)?.tool;
    if (tool === null || tool === undefined) throw new Unmet(`${id} has no tool`);
    const result = await this.#client.callTool({ name: tool, arguments: { ...input } });
    const exchange = this.#exchanges.at(-1);
    if (exchange?.response == null) throw new Unmet("the tool gave no answer");
    const content = isRecord(result.structuredContent) ? result.structuredContent : {};
    const status = result.isError === true ? Number(pickText(content, "errors.0.status") ?? 0) : 200;
    const { seq, sender, request, sentAtMs, durationMs } = exchange;
    const response = { status, headers: exchange.response.headers, text: JSON.stringify(content) };
    const rest = { operation: id, deliberate: false, failure: null, limited: false };
    return new Answer({ seq, sender, request, sentAtMs, durationMs, response, ...rest });
  }

  async close(): Promise<void> {
    await this.#client.close();
  }
}

/** A `fetch` for the client, so that its traffic is on record like all other and leaves by the same way. */
function recordedFetch(connection: NodeConnection, sender: string, exchanges: Exchange[]) {
  return async (url: string | URL, init: RequestInit = {}): Promise<Response> => {
    const method = init.method ?? "GET";
    // The stream of a server's own messages never ends; this client wants none.
    if (method === "GET") return new Response(null, { status: 405 });
    const headers = Object.fromEntries(new Headers(init.headers).entries());
    const body = typeof init.body === "string" ? init.body : null;
    const exchange = await connection.send({ method, url: String(url), headers, body }, { sender });
    exchanges.push(exchange);
    if (exchange.response === null) throw new Error(exchange.failure ?? "no answer");
    const { status, text, headers: answered } = exchange.response;
    const { "content-length": _, "content-encoding": __, ...kept } = answered;
    return new Response([101, 204, 205, 304].includes(status) ? null : text, { status, headers: kept });
  };
}

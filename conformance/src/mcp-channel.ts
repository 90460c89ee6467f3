import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Answer, parseJson } from "./answer.ts";
import { allOperations, findOperation, type OperationEntry, type OperationId } from "./artefacts.ts";
import type { CaseContext } from "./case-context.ts";
import { pickText } from "./json-path.ts";
import type { Exchange, NodeConnection } from "./node-connection.ts";
import type { SchemaValidator } from "./schema-validator.ts";
import type { CredentialKind } from "./settings.ts";
import { SUITE_VERSION } from "./suite-identity.ts";
import { ConnectionLost, NotApplicable, Unmet } from "./verdict.ts";

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

/**
 * Address of the MCP server where the level demands one.
 * @throws Unmet when the node publishes none: as a failure where the requirement is about its being there
 */
export async function demandMcp(context: CaseContext, verdict: "NOT_VERIFIED" | "FAIL"): Promise<string> {
  try {
    return await mcpAddress(context);
  } catch (error) {
    if (error instanceof NotApplicable) throw new Unmet("the node publishes no MCP server", verdict);
    throw error;
  }
}

/** A tool as a server lists it, with the operation that it stands for; null where the table has no such tool. */
export interface ListedTool {
  readonly name: string;
  readonly operation: OperationEntry | null;
  readonly definition: Readonly<Record<string, unknown>>;
}

/** What calling a tool came to, as the protocol of MCP tells it. */
export interface ToolOutcome {
  readonly exchange: Exchange | null;
  /** A tool error: `isError`. */
  readonly isError: boolean;
  /** `structuredContent`, or the JSON of the first text block; undefined when there is neither. */
  readonly content: unknown;
  /** Text blocks as they came. */
  readonly texts: readonly string[];
  /** The call was refused outside of any tool: a JSON-RPC error, or an HTTP status. */
  readonly refusal: string | null;
}

/** How a channel is opened. */
export interface ChannelWish {
  /** Party whose credential is sent; null for the discovery mode. */
  readonly as: CredentialKind | null;
  /** Take a rate limit of the transport as it is, instead of waiting. */
  readonly takeRateLimit?: boolean;
}

/** Tools of a node, called over its MCP server with the credential of one party. */
export class McpChannel {
  readonly #client: Client;
  readonly #exchanges: Exchange[];
  readonly #validator: SchemaValidator;

  private constructor(client: Client, exchanges: Exchange[], validator: SchemaValidator) {
    this.#client = client;
    this.#validator = validator;
    this.#exchanges = exchanges;
  }

  /** @throws Unmet when the published server takes no client */
  static async open(
    context: CaseContext,
    address: string,
    how: CredentialKind | null | ChannelWish,
  ): Promise<McpChannel> {
    const { as, takeRateLimit = false } = how !== null && typeof how === "object" ? how : { as: how };
    const client = new Client({ name: "servicialo-certify", version: SUITE_VERSION });
    const exchanges: Exchange[] = [];
    const transport = new StreamableHTTPClientTransport(new URL(address), {
      requestInit: { headers: authorizationOf(context, as) },
      fetch: recordedFetch(context.node.connection, { sender: context.requirement, takeRateLimit }, exchanges),
    });
    try {
      await client.connect(transport);
    } catch (error) {
      if (error instanceof ConnectionLost) throw error;
      throw new Unmet(`the MCP server that the node publishes takes no client: ${String(error)}`, "FAIL");
    }
    return new McpChannel(client, exchanges, context.validator);
  }

  /**
   * Calls the tool of an operation; what it answers reads like an answer of the HTTP profile.
   * @param deliberate the input breaks the published schema on purpose
   * @throws Unmet when the operation has no tool; Error when the suite's own input breaks the published schema
   */
  async call(id: OperationId, input: Readonly<Record<string, unknown>>, deliberate = false): Promise<Answer> {
    const tool = findOperation(id)?.tool;
    if (tool === null || tool === undefined) throw new Unmet(`${id} has no tool`);
    const findings = deliberate ? [] : this.#findings(`operations/${id}.input`, input);
    if (findings.length > 0) throw new Error(`the suite's own ${tool} is unlawful: ${findings.join("; ")}`);
    const { exchange, content, isError, refusal } = await this.attempt(tool, input);
    if (exchange?.response == null) throw new Unmet(`the tool gave no answer: ${refusal ?? "nothing came"}`);
    if (refusal !== null) throw new Unmet(`the tool ${tool} cannot be called: ${refusal}`, "FAIL");
    const status = isError ? Number(pickText(content, "errors.0.status") ?? 0) : 200;
    const { seq, sender, request, sentAtMs, durationMs } = exchange;
    const response = { status, headers: exchange.response.headers, text: JSON.stringify(content ?? {}) };
    const rest = { operation: id, deliberate: false, failure: null, limited: false };
    return new Answer({ seq, sender, request, sentAtMs, durationMs, response, ...rest });
  }

  /** Every tool takes an actor, also where HTTP has it in a header (channels 2.3). */
  #findings(schema: string, { actor, ...rest }: Readonly<Record<string, unknown>>): readonly string[] {
    const takesActor = this.#validator.membersOf(schema)?.has("actor") === true;
    return this.#validator.findings(schema, takesActor && actor !== undefined ? { actor, ...rest } : rest);
  }

  /** Calls a tool by any name; never throws for a refusal. */
  async attempt(name: string, input: Readonly<Record<string, unknown>>): Promise<ToolOutcome> {
    const before = this.#exchanges.length;
    try {
      const result = await this.#client.callTool({ name, arguments: { ...input } });
      const texts = result.content.flatMap((block) => (block.type === "text" ? [block.text] : []));
      const content = result.structuredContent ?? (texts[0] === undefined ? undefined : parseJson(texts[0]));
      return { exchange: this.#last(before), isError: result.isError === true, content, texts, refusal: null };
    } catch (error) {
      if (error instanceof ConnectionLost || error instanceof Unmet) throw error;
      const refusal = error instanceof Error ? error.message : String(error);
      return { exchange: this.#last(before), isError: true, content: undefined, texts: [], refusal };
    }
  }

  /** Every tool that the server lists, over all pages. @throws Unmet with FAIL when it lists none */
  async tools(): Promise<readonly ListedTool[]> {
    try {
      const { tools } = await this.#client.listTools();
      return tools.map((definition) => ({
        name: definition.name,
        operation: operationOf(definition.name),
        definition,
      }));
    } catch (error) {
      if (error instanceof ConnectionLost || error instanceof Unmet) throw error;
      throw new Unmet(`the MCP server lists no tools: ${String(error)}`, "FAIL");
    }
  }

  /** What the server calls itself in its handshake. */
  get serverName(): string | undefined {
    return this.#client.getServerVersion()?.name;
  }

  /** The handshake's first exchange, for checks that point at it. */
  get opening(): Exchange | null {
    return this.#exchanges[0] ?? null;
  }

  #last(before: number): Exchange | null {
    return this.#exchanges.length > before ? (this.#exchanges.at(-1) ?? null) : null;
  }

  async close(): Promise<void> {
    await this.#client.close();
  }
}

function authorizationOf(context: CaseContext, as: CredentialKind | null): Record<string, string> {
  if (as === null) return {};
  const { token, scheme } = context.node.credential(as);
  return { authorization: `${scheme ?? "Bearer"} ${token}` };
}

/** The operation of a tool, by the table: names are never made by swapping characters (channels 2.2). */
function operationOf(name: string): OperationEntry | null {
  return allOperations().find(({ tool, id }) => tool !== null && (tool === name || id === name)) ?? null;
}

/** A `fetch` for the client, so that its traffic is on record like all other and leaves by the same way. */
function recordedFetch(
  connection: NodeConnection,
  options: { sender: string; takeRateLimit: boolean },
  exchanges: Exchange[],
) {
  return async (url: string | URL, init: RequestInit = {}): Promise<Response> => {
    const method = init.method ?? "GET";
    // The stream of a server's own messages never ends; this client wants none.
    if (method === "GET") return new Response(null, { status: 405 });
    const headers = Object.fromEntries(new Headers(init.headers).entries());
    const body = typeof init.body === "string" ? init.body : null;
    const exchange = await connection.send({ method, url: String(url), headers, body }, options);
    exchanges.push(exchange);
    if (exchange.response === null) throw new Error(exchange.failure ?? "no answer");
    const { status, text, headers: answered } = exchange.response;
    const { "content-length": _, "content-encoding": __, ...kept } = answered;
    return new Response([101, 204, 205, 304].includes(status) ? null : text, { status, headers: kept });
  };
}

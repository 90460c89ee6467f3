import { type CallToolResult, Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import type { ErrorObject } from "@servicialo/schema/0.8/types";
import { expectEqual, Mismatch } from "./expect.ts";

/** A key of the node, and the organization that it belongs to. */
export interface Credential {
  readonly token: string;
  readonly organization: string;
}

/** What a tool answered: the JSON of the HTTP answer, or the errors of it with a mend for the model. */
export type ToolAnswer =
  | { readonly done: true; readonly body: unknown; readonly replayed: boolean }
  | { readonly done: false; readonly errors: readonly ErrorObject[]; readonly mend: string };

/** An MCP client of its own, as Claude Desktop or an editor is one. */
export class McpConnection {
  readonly #client: Client;

  private constructor(client: Client) {
    this.#client = client;
  }

  /** Over streamable HTTP; without a credential it sees the public tools only. */
  static async overHttp(endpoint: string, credential: Credential | null): Promise<McpConnection> {
    const headers = { ...(credential && { authorization: `Bearer ${credential.token}` }) };
    const connection = new McpConnection(newClient());
    await connection.#client.connect(
      new StreamableHTTPClientTransport(new URL(endpoint), { requestInit: { headers } }),
    );
    return connection;
  }

  /** By starting `servicialo-node mcp`, which speaks for the node at this address on its standard input and output. */
  static async overStdio(
    { command, url }: { readonly command: string; readonly url: string },
    credential: Credential | null,
  ): Promise<McpConnection> {
    const who = credential && { SERVICIALO_API_KEY: credential.token, SERVICIALO_ORG_ID: credential.organization };
    const connection = new McpConnection(newClient());
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [command, "mcp", "--target", url],
      env: { ...who },
      stderr: "inherit",
    });
    await connection.#client.connect(transport);
    return connection;
  }

  /** What the model is told before its first call. */
  get instructions(): string {
    return this.#client.getInstructions() ?? "";
  }

  /** Names of the tools that this caller is offered. */
  async tools(): Promise<readonly string[]> {
    return (await this.#client.listTools()).tools.map(({ name }) => name);
  }

  /**
   * Calls a tool.
   * @throws {Mismatch} when the text that the model reads is not the structured answer
   * @throws {Error} the JSON-RPC error, when there is no such tool for this caller
   */
  async call(tool: string, input: object, idempotencyKey?: string): Promise<ToolAnswer> {
    const result = (await this.#client.callTool({
      name: tool,
      arguments: { ...input },
      ...(idempotencyKey !== undefined && { _meta: { "servicialo/idempotency_key": idempotencyKey } }),
    })) as CallToolResult;
    const [block] = result.content;
    const body: unknown = JSON.parse(block?.type === "text" ? block.text : "null");
    expectEqual(`structured content of ${tool}`, result.structuredContent, body);
    if (result.isError !== true) {
      return { done: true, body, replayed: result._meta?.["servicialo/idempotent_replayed"] === true };
    }
    const { errors, mend } = body as { errors?: ErrorObject[]; mend?: string };
    if (!errors?.length || !mend) throw new Mismatch(`${tool} failed without errors and a mend: ${block}`);
    return { done: false, errors, mend };
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

function newClient(): Client {
  // The newest revision that both sides speak.
  return new Client({ name: "servicialo-example-agents", version: "0.8.0" }, { versionNegotiation: { mode: "auto" } });
}

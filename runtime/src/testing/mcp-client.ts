import { fileURLToPath } from "node:url";
import {
  type CallToolResult,
  Client,
  type ClientCapabilities,
  StreamableHTTPClientTransport,
  type VersionNegotiationMode,
} from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import type { ErrorEntry } from "./party-client.ts";

const CLI = fileURLToPath(new URL("../cli.ts", import.meta.url));

/** The revisions that clients speak: the newest, and the one of older clients. */
export const REVISIONS = { "2026-07-28": { pin: "2026-07-28" }, "2025-11-25": "legacy" } as const satisfies Record<
  string,
  VersionNegotiationMode
>;

export type Revision = keyof typeof REVISIONS;

/** What a client is like. */
export interface ClientWish {
  readonly revision?: Revision;
  readonly capabilities?: ClientCapabilities;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a tool answered. */
export interface ToolAnswer {
  readonly isError: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: tests read into answers of every shape
  readonly body: any;
  readonly errors: readonly ErrorEntry[];
  readonly mend: string | undefined;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly raw: CallToolResult;
}

function newClient({ revision = "2026-07-28", capabilities = {} }: ClientWish): Client {
  return new Client(
    { name: "test", version: "1.0.0" },
    { capabilities, versionNegotiation: { mode: REVISIONS[revision] } },
  );
}

/** Connects over streamable HTTP; a token makes it the client of that party. */
export async function connectOverHttp(endpoint: string, token: string | null, wish: ClientWish = {}): Promise<Client> {
  const client = newClient(wish);
  const headers = { ...(token !== null && { authorization: `Bearer ${token}` }), ...wish.headers };
  await client.connect(new StreamableHTTPClientTransport(new URL(endpoint), { requestInit: { headers } }));
  return client;
}

/** A client and the process of `servicialo-node mcp` that it started. */
export interface StdioConnection {
  readonly client: Client;
  /** What the process wrote to its standard error so far. */
  readonly stderr: () => string;
}

/** Starts `servicialo-node mcp` and connects to it. */
export async function connectOverStdio(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  wish: ClientWish & { readonly prepare?: (client: Client) => void } = {},
): Promise<StdioConnection> {
  const client = newClient(wish);
  wish.prepare?.(client);
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [CLI, "mcp", ...args],
    env: { PATH: process.env["PATH"] ?? "", ...environment },
    stderr: "pipe",
  });
  let written = "";
  transport.stderr?.on("data", (chunk: Buffer) => {
    written += chunk.toString("utf8");
  });
  await client.connect(transport);
  return { client, stderr: () => written };
}

/** Calls a tool and reads its answer; the text must say the same as the structured content. */
export async function callTool(
  client: Client,
  name: string,
  input: Readonly<Record<string, unknown>> = {},
  meta?: Readonly<Record<string, unknown>>,
): Promise<ToolAnswer> {
  const raw = (await client.callTool({
    name,
    arguments: { ...input },
    ...(meta && { _meta: meta }),
  })) as CallToolResult;
  const [block] = raw.content;
  const text = block?.type === "text" ? block.text : "";
  const body = raw.structuredContent as ToolAnswer["body"];
  if (JSON.stringify(JSON.parse(text)) !== JSON.stringify(body)) {
    throw new Error(`The text of ${name} differs from its structured content: ${text}`);
  }
  return {
    isError: raw.isError === true,
    body,
    errors: body?.errors ?? [],
    mend: body?.mend,
    meta: raw._meta ?? {},
    raw,
  };
}

/** A call that must have succeeded. */
export function answered(answer: ToolAnswer): ToolAnswer {
  if (!answer.isError) return answer;
  throw new Error(`The tool should have succeeded and answered ${JSON.stringify(answer.body)}`);
}

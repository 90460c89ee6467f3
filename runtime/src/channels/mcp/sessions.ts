import { randomUUID } from "node:crypto";
import {
  type AuthInfo,
  isInitializeRequest,
  type McpServer,
  WebStandardStreamableHTTPServerTransport,
} from "@modelcontextprotocol/server";
import type { McpCaller } from "./caller.ts";

/** Revision from which on a client is asked in its answers, and no session is needed. */
const FIRST_WITHOUT_SESSIONS = "2026-07-28";

/** Milliseconds after which a session that nobody used ends; longer than a person may take to answer. */
const IDLE_MS = 30 * 60_000;

/** Sessions at once, and of those from one address. Whoever comes later is served without one. */
const MOST_SESSIONS = 500;
const MOST_FROM_ONE_ADDRESS = 100;

/** What sessions are made of. */
export interface SessionOptions {
  readonly serverFor: (caller: McpCaller) => Promise<McpServer>;
  readonly bodyLimitBytes: number;
  readonly report: (error: Error) => void;
}

interface Session {
  readonly owner: string;
  readonly address: string | null;
  readonly server: McpServer;
  readonly transport: WebStandardStreamableHTTPServerTransport;
  readonly idle: NodeJS.Timeout;
}

/**
 * Sessions of clients of older revisions, which a server can ask something within a session only. They are opened for
 * clients that can be asked, live in this process, and belong to who opened them: nobody else finds them.
 */
export class Sessions {
  readonly #options: SessionOptions;
  readonly #open = new Map<string, Session>();

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /** Answers what belongs to a session, or opens one; null: this request needs none. */
  async answer(request: Request, caller: McpCaller, authInfo: AuthInfo | undefined): Promise<Response | null> {
    const version = request.headers.get("mcp-protocol-version");
    if (version !== null && version >= FIRST_WITHOUT_SESSIONS) return null;
    const id = request.headers.get("mcp-session-id");
    const session = id === null ? await this.#opened(request, caller, version) : this.#of(id, caller);
    if (session === null) return id === null ? null : unknownSession();
    session.idle.refresh();
    return session.transport.handleRequest(request, authInfo && { authInfo });
  }

  /** Ends every session. */
  async close(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((id) => this.#end(id)));
  }

  #of(id: string, caller: McpCaller): Session | null {
    const session = this.#open.get(id);
    return session?.owner === ownerOf(caller) ? session : null;
  }

  async #opened(request: Request, caller: McpCaller, version: string | null): Promise<Session | null> {
    // Whoever names a revision has been greeted already.
    if (version !== null || request.method !== "POST" || !this.#hasRoomFor(caller)) return null;
    if (!(await canBeAsked(request.clone()))) return null;
    const { serverFor, bodyLimitBytes, report } = this.#options;
    const id = randomUUID();
    const server = await serverFor(caller);
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: () => id,
      onsessionclosed: () => void this.#end(id),
      maxRequestBodySize: bodyLimitBytes,
    });
    await server.connect(transport);
    server.server.onerror = report;
    const idle = setTimeout(() => void this.#end(id), IDLE_MS).unref();
    const session = { owner: ownerOf(caller), address: caller.address, server, transport, idle };
    this.#open.set(id, session);
    return session;
  }

  #hasRoomFor({ address }: McpCaller): boolean {
    if (this.#open.size >= MOST_SESSIONS) return false;
    const fromThere = [...this.#open.values()].filter((session) => session.address === address);
    return fromThere.length < MOST_FROM_ONE_ADDRESS;
  }

  async #end(id: string): Promise<void> {
    const session = this.#open.get(id);
    if (!session) return;
    this.#open.delete(id);
    clearTimeout(session.idle);
    await session.server.close();
  }
}

/** Whether this greets the server for a client that takes questions. */
async function canBeAsked(request: Request): Promise<boolean> {
  try {
    const message: unknown = await request.json();
    if (!isInitializeRequest(message)) return false;
    const { elicitation, sampling, roots } = message.params.capabilities;
    return elicitation !== undefined || sampling !== undefined || roots !== undefined;
  } catch {
    return false;
  }
}

/** The address counts, too, since mandates are judged by it: whoever moves begins anew. */
function ownerOf({ authorization, organization, nodeToken, address }: McpCaller): string {
  return JSON.stringify([authorization, organization ?? null, nodeToken ?? null, address]);
}

function unknownSession(): Response {
  const error = { code: -32001, message: "Session not found" };
  return Response.json({ jsonrpc: "2.0", error, id: null }, { status: 404 });
}

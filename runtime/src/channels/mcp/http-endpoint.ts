import type { ServerResponse } from "node:http";
import { type NodeIncomingMessageLike, toNodeHandler } from "@modelcontextprotocol/node";
import {
  type AuthInfo,
  createMcpHandler,
  localhostAllowedHostnames,
  type McpRequestContext,
  validateHostHeader,
  validateOriginHeader,
} from "@modelcontextprotocol/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { MCP_PATH } from "../../operations/discovery/mcp-pointer.ts";
import type { McpCaller } from "./caller.ts";
import type { McpDoor } from "./mcp-door.ts";
import { Sessions } from "./sessions.ts";

/** Where the endpoint stands. */
export interface McpEndpointOptions {
  readonly door: McpDoor;
  /** Address that the server listens on. */
  readonly host: string;
  /** Address under which others reach it, when it is not that. */
  readonly publicUrl: () => string | null;
  /** Largest request, in bytes. */
  readonly bodyLimitBytes: number;
  /** Whether other processes share the port: then clients have no session, since the next request may reach another one. */
  readonly sharesPort?: boolean;
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

/**
 * Streamable HTTP at `/mcp`: one endpoint for the 2026-07-28 revision and for older clients. Each request is served on its
 * own, as whom its `Authorization` says; older clients that can be asked something get a session.
 */
export async function mcpEndpoint(app: FastifyInstance, options: McpEndpointOptions): Promise<void> {
  const { door, bodyLimitBytes } = options;
  const handler = createMcpHandler((context) => door.serverFor(callerOf(context), wantedOf(context)), {
    onerror: door.report,
    maxRequestBodySize: bodyLimitBytes,
  });
  const sessions = new Sessions({ serverFor: door.serverFor, bodyLimitBytes, report: door.report });
  const fetch: typeof handler.fetch = async (request, given) => {
    const answer = options.sharesPort ? null : await sessions.answer(request, callerOf(given ?? {}), given?.authInfo);
    return answer ?? handler.fetch(request, given);
  };
  const serve = toNodeHandler({ fetch }, { onerror: door.report, maxRequestBodySize: bodyLimitBytes });
  // The handler reads the body itself, so that what is wrong with it is answered in JSON-RPC.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _payload, done) => done(null));
  app.addHook("onRequest", (request, reply) => refuseRebinding(options, request, reply));
  app.addHook("preClose", async () => {
    await Promise.all([handler.close(), sessions.close()]);
  });
  app.route({
    method: [...METHODS],
    url: MCP_PATH,
    bodyLimit: bodyLimitBytes,
    config: { staysOpen: ["GET"] },
    handler: async (request, reply) => {
      reply.hijack();
      const { raw } = request as unknown as { raw: NodeIncomingMessageLike };
      raw.auth = carrying(callerBehind(request));
      if (request.method === "GET") tellAtOnce(reply.raw);
      await serve(raw, reply.raw as never);
    },
  });
}

/** Name of the tool that a request is about: its headers say it, and the SDK refuses a body that says anything else. */
function wantedOf({ era, requestInfo }: McpRequestContext): string | null {
  const headers = era === "modern" ? requestInfo?.headers : undefined;
  return headers?.get("mcp-method") === "tools/call" ? headers.get("mcp-name") : null;
}

/** Who only listens learns at once that it is heard: the adapter would send the head together with the first event. */
function tellAtOnce(response: ServerResponse): void {
  const { writeHead } = response;
  response.writeHead = (...head: unknown[]) => {
    Reflect.apply(writeHead, response, head);
    response.flushHeaders();
    return response;
  };
}

function callerBehind({ headers, ip }: FastifyRequest): McpCaller {
  const { "x-servicialo-org": organization, "x-servicialo-node-token": nodeToken } = headers;
  return {
    authorization: headers.authorization ?? null,
    ...(typeof organization === "string" && { organization }),
    ...(typeof nodeToken === "string" && { nodeToken }),
    address: ip,
  };
}

/** The SDK hands on what it calls validated credentials, whatever they are: here, who calls. The node validates them. */
function carrying(caller: McpCaller): AuthInfo {
  return { token: caller.authorization ?? "", clientId: "", scopes: [], extra: { caller } };
}

function callerOf({ authInfo }: Pick<McpRequestContext, "authInfo">): McpCaller {
  const caller = authInfo?.extra?.["caller"] as McpCaller | undefined;
  return caller ?? { authorization: null, address: null };
}

/**
 * Refuses what a web page may send through a browser of this machine (DNS rebinding): an `Origin` that is not ours, and,
 * where only this machine can reach us anyway, a `Host` that is not this machine.
 */
async function refuseRebinding(
  { host, publicUrl }: McpEndpointOptions,
  { headers }: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const local = localhostAllowedHostnames();
  const address = publicUrl();
  const ours = [...local, bracketed(host), ...(address === null ? [] : [new URL(address).hostname])];
  const origin = validateOriginHeader(headers.origin, ours);
  const named = local.includes(bracketed(host)) ? validateHostHeader(headers.host, ours) : { ok: true as const };
  const refused = [origin, named].find((result) => !result.ok);
  if (!refused || refused.ok) return;
  await reply
    .code(403)
    .header("content-type", "application/json")
    .send(JSON.stringify({ jsonrpc: "2.0", error: { code: -32000, message: refused.message }, id: null }));
}

/** A host as it stands in an address. */
function bracketed(host: string): string {
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
}

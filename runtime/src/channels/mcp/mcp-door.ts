import {
  type CallToolRequest,
  type CallToolResult,
  type InputRequiredResult,
  McpServer,
  type ServerContext,
  type StandardSchemaWithJSON,
} from "@modelcontextprotocol/server";
import { protocolVersion } from "@servicialo/schema/0.8/operations";
import type { Exchange } from "../exchange/exchange.ts";
import { inputOf, performCall } from "./call-tool.ts";
import type { McpCaller } from "./caller.ts";
import { askPerson, decisionCodec, resumptionOf, withConfirmation } from "./confirmation.ts";
import { declaredOperations } from "./declared-operations.ts";
import { instructionsFor } from "./instructions.ts";
import { addPrompts } from "./prompts.ts";
import { addResources } from "./resources.ts";
import { type ErrorContext, refusal, toolError } from "./tool-error.ts";
import { type DoorTool, listedName, toolsFor } from "./tools.ts";

/** What a door is built on. */
export interface McpDoorOptions {
  /** The way to the node. */
  readonly exchange: Exchange;
  /** Address under which people reach the node over HTTP; asked anew each time, since a node learns it when it listens. */
  readonly nodeUrl: () => string;
  /** Signs what travels through clients while a person decides; at least 32 bytes, the same in all processes of a node. */
  readonly stateKey: Uint8Array | string;
  /** Told of faults that no caller sees. */
  readonly report?: (error: Error) => void;
  /** Adds tools, resources and prompts of a test. Nothing that a user can set leads here. */
  readonly extend?: (server: McpServer) => void;
}

/** A door through which MCP clients reach one node. */
export interface McpDoor {
  /**
   * A server for one caller: for one request over HTTP, for one connection over stdio.
   * @param wanted name of a tool when nothing else will be asked for: then the server need not have the rest
   */
  serverFor(caller: McpCaller, wanted?: string | null): Promise<McpServer>;
  readonly report: (error: Error) => void;
}

/** Milliseconds that a client may keep the lists; they change with the node's version and its capabilities. */
const LIST_LIFETIME_MS = 5 * 60_000;

/** Opens the door. It holds no rule: each call becomes a request of the HTTP profile, which the node judges. */
export function mcpDoor(options: McpDoorOptions): McpDoor {
  const declared = declaredOperations(options.exchange);
  return {
    report: options.report ?? (() => {}),
    serverFor: async (caller, wanted) => {
      const tools = toolsFor(caller.authorization !== null, await declared());
      const server = newServer(options, caller, tools);
      acceptDottedNames(server);
      const tool = wanted ? tools.find(({ name }) => name === listedName(wanted)) : undefined;
      if (tool) {
        addTool({ options, caller, server }, tool);
        return server;
      }
      for (const each of tools) addTool({ options, caller, server }, each);
      if (tools.length === 0) server.server.setRequestHandler("tools/list", () => ({ tools: [] }));
      addResources(server, { exchange: options.exchange, caller, tools, nodeUrl: options.nodeUrl() });
      addPrompts(server, tools);
      options.extend?.(server);
      return server;
    },
  };
}

function newServer(options: McpDoorOptions, caller: McpCaller, tools: readonly DoorTool[]): McpServer {
  const hint = { ttlMs: LIST_LIFETIME_MS, cacheScope: "private" as const };
  return new McpServer(
    { name: "servicialo", title: "Servicialo", version: `${protocolVersion}.0` },
    {
      capabilities: { resources: { listChanged: false }, prompts: { listChanged: false } },
      instructions: instructionsFor(tools, caller.authorization !== null),
      cacheHints: {
        "tools/list": hint,
        "prompts/list": hint,
        "resources/list": hint,
        "resources/templates/list": hint,
      },
      requestState: { verify: (state, ctx) => decisionCodec(options.stateKey, caller).verify(state, ctx) },
    },
  );
}

interface Connection {
  readonly options: McpDoorOptions;
  readonly caller: McpCaller;
  readonly server: McpServer;
}

function addTool(connection: Connection, tool: DoorTool): void {
  const { title, description, inputSchema, outputSchema, annotations, _meta } = tool.definition;
  connection.server.registerTool(
    tool.name,
    {
      title,
      description,
      inputSchema: describedOnly(inputSchema),
      outputSchema: describedOnly(outputSchema),
      annotations,
      _meta,
    },
    (given, ctx) => answerCall(connection, tool, { given, ctx }),
  );
}

async function answerCall(
  { options, caller, server }: Connection,
  tool: DoorTool,
  { given, ctx }: { readonly given: Readonly<Record<string, unknown>>; readonly ctx: ServerContext },
): Promise<CallToolResult | InputRequiredResult> {
  const input = inputOf(tool, given, caller);
  const context: ErrorContext = { operation: tool.operationId, input, nodeUrl: options.nodeUrl() };
  try {
    const resumed = resumptionOf(ctx, tool, input);
    if (resumed?.kind === "stop") return toolError(resumed.errors, context);
    const asked = resumed ? withConfirmation(input, resumed.confirmationId) : input;
    const meta = (ctx.mcpReq._meta ?? {}) as Readonly<Record<string, unknown>>;
    const outcome = await performCall(options.exchange, { tool, input: asked, meta, caller });
    if (outcome.ok) return outcome.result;
    // Asked once: a person who was asked already is not asked again about the same call.
    const codec = decisionCodec(options.stateKey, caller);
    const question = resumed
      ? null
      : await askPerson({ server, ctx, tool, input, codec, nodeUrl: context.nodeUrl }, outcome.errors);
    return question ?? toolError(outcome.errors, context);
  } catch (error) {
    options.report?.(error instanceof Error ? error : new Error(String(error)));
    return toolError(refusal("INTERNAL_ERROR"), context);
  }
}

type CallHandler = (request: CallToolRequest, ctx: ServerContext) => unknown;

/**
 * Lets calls name a tool by its operation: whatever answers calls is handed the listed name. The SDK registers its
 * handler with the first tool, so this has to come before.
 */
function acceptDottedNames({ server }: McpServer): void {
  const register = server.setRequestHandler.bind(server) as (method: string, ...rest: unknown[]) => void;
  const registerCalls = (method: string, ...rest: unknown[]) => {
    const [handler] = rest;
    if (method !== "tools/call" || rest.length !== 1) return register(method, ...rest);
    register(method, (request: CallToolRequest, ctx: ServerContext) =>
      (handler as CallHandler)(
        { ...request, params: { ...request.params, name: listedName(request.params.name) } },
        ctx,
      ),
    );
  };
  server.setRequestHandler = registerCalls as typeof server.setRequestHandler;
  server.registerCapabilities({ tools: { listChanged: false } });
}

/**
 * A schema that is listed and not applied: the node judges the input, in its own order and with its own codes, and what
 * it answers is what its tests hold against the schema.
 */
function describedOnly(
  schema: Readonly<Record<string, unknown>>,
): StandardSchemaWithJSON<Record<string, unknown>, Record<string, unknown>> {
  const known = described.get(schema);
  if (known) return known;
  const wrapped: StandardSchemaWithJSON<Record<string, unknown>, Record<string, unknown>> = {
    "~standard": {
      version: 1,
      vendor: "servicialo",
      validate: (value) => ({ value: value as Record<string, unknown> }),
      jsonSchema: { input: () => schema as Record<string, unknown>, output: () => schema as Record<string, unknown> },
    },
  };
  described.set(schema, wrapped);
  return wrapped;
}

const described = new WeakMap<object, StandardSchemaWithJSON<Record<string, unknown>, Record<string, unknown>>>();

import type { Client } from "@modelcontextprotocol/client";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { allTools } from "../../channels/mcp/tools.ts";
import type { DemoNode } from "../demo-node.ts";
import { callTool, connectOverHttp } from "../mcp-client.ts";
import { type Party, PartyClient } from "../party-client.ts";

/** Somebody who calls: with a key or without one, and with the claim to be somebody. */
export interface Caller {
  /** Null: no credential. */
  readonly token: string | null;
  /** The claim; null where the caller makes none. */
  readonly actor: Readonly<Record<string, unknown>> | null;
  /** Whether it makes its claim in reads, too, as agents do. */
  readonly claimsAlways: boolean;
}

/** A call as both doors understand it. */
export interface TwinCall {
  readonly operationId: OperationId;
  readonly input: Readonly<Record<string, unknown>>;
  readonly caller: Caller;
  readonly idempotencyKey?: string;
}

/** What a door made of a call, in words of neither. */
export interface Outcome {
  readonly status: number;
  /** The answer; null for a refusal. */
  readonly answer: unknown;
  readonly errors: readonly unknown[];
  readonly isReplay: boolean;
}

/** What a door answers when it does not know the tool. */
export const UNKNOWN_TOOL: Outcome = { status: -32602, answer: null, errors: [], isReplay: false };

export function partyCaller(demo: DemoNode, party: Party): Caller {
  const token = demo.keys.credentials[party]?.token ?? null;
  return { token, actor: { ...demo.as(party).actor }, claimsAlways: false };
}

/** The actor of a call: an agent's in each, a party's where it has to be said. */
function actorOf({ operationId, input, caller }: TwinCall): unknown {
  if ("actor" in input) return input["actor"];
  const { actor, tier } = operations[operationId];
  if (caller.actor === null || tier !== "credential") return undefined;
  return caller.claimsAlways || actor === "required" ? caller.actor : undefined;
}

const takesActor = (id: OperationId) => (operations[id].attributes as readonly string[]).includes("actor");

/** Calls over HTTP, enveloped, as ordinary clients of the profile do. */
export async function callOverHttp(demo: DemoNode, call: TwinCall): Promise<Outcome> {
  const { operationId, caller, idempotencyKey } = call;
  const { actor: _, ...input } = call.input;
  const actor = actorOf(call);
  const keys = {
    organization: "clinica-andes",
    credentials: { organization: { token: caller.token ?? "", id: "", organization: "clinica-andes" } },
  };
  const client = new PartyClient(demo.node.url, keys, caller.token === null ? null : "organization");
  const inBody = takesActor(operationId) && operations[operationId].commandType !== null;
  const answer = await client.call(
    operationId,
    // Told, so that the client adds nothing of its own.
    inBody && (actor !== undefined || "actor" in call.input || operations[operationId].actor === "required")
      ? { ...input, actor }
      : input,
    {
      ...(!inBody && actor !== undefined && { "x-servicialo-actor": base64(actor) }),
      ...(idempotencyKey !== undefined && { "idempotency-key": idempotencyKey }),
    },
  );
  return {
    status: answer.status,
    answer: answer.status < 300 ? (answer.body ?? {}) : null,
    errors: answer.errors.map(plain),
    isReplay: answer.headers.get("idempotent-replayed") === "true",
  };
}

/** Calls over MCP. */
export async function callOverMcp(clients: McpClients, call: TwinCall): Promise<Outcome> {
  const { operationId, caller, idempotencyKey } = call;
  const tool = allTools.find((one) => one.operationId === operationId);
  if (!tool) throw new Error(`${operationId} is no tool.`);
  const client = await clients.of(caller);
  const actor = actorOf(call);
  const input = { ...call.input, ...(actor !== undefined && { actor }) };
  const meta = idempotencyKey === undefined ? undefined : { "servicialo/idempotency_key": idempotencyKey };
  try {
    const { isError, body, errors, meta: told } = await callTool(client, tool.name, input, meta);
    return {
      status: Number(told["servicialo/status"]),
      answer: isError ? null : body,
      errors: errors.map(plain),
      isReplay: told["servicialo/idempotent_replayed"] === true,
    };
  } catch (error) {
    if ((error as { code?: unknown }).code === UNKNOWN_TOOL.status) return UNKNOWN_TOOL;
    throw error;
  }
}

/** Connections of callers to the MCP endpoint of a node, one per key. */
export class McpClients {
  readonly #demo: DemoNode;
  readonly #open = new Map<string | null, Promise<Client>>();

  constructor(demo: DemoNode) {
    this.#demo = demo;
  }

  of({ token }: Caller): Promise<Client> {
    const known = this.#open.get(token);
    if (known) return known;
    // The request of the message has a name of its own, so that only the operation's draws one.
    const headers = { "x-request-id": "message" };
    const client = connectOverHttp(`${this.#demo.node.url}/mcp`, token, { headers });
    this.#open.set(token, client);
    return client;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map(async (client) => (await client).close()));
  }
}

interface WireError {
  readonly source?: { readonly pointer?: string; readonly parameter?: string };
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** An error with its place as a member of the input, wherever that stood. */
function plain(error: WireError): unknown {
  const { source, ...rest } = error;
  if (!source) return rest;
  const { pointer, parameter } = source;
  const header = parameter?.toLowerCase() === "x-servicialo-actor";
  const place = pointer?.replace(/^\/data\/attributes/, "") ?? (header ? "/actor" : `/${parameter}`);
  return { ...rest, place };
}

function base64(claim: unknown): string {
  return Buffer.from(JSON.stringify(claim)).toString("base64");
}

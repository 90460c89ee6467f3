import { randomUUID } from "node:crypto";
import { a2aMethods } from "@servicialo/schema/0.8/a2a-tasks";
import { ProtocolError } from "../../errors.ts";
import { A2aRefusal, type Dialect, misfit, type RpcId } from "./refusal.ts";

export type Method = keyof typeof a2aMethods;

/** A JSON-RPC request that the A2A SDK can read: its method by the dialect's own name, its params in the dialect's form. */
export interface RpcRequest {
  readonly id: Exclude<RpcId, null>;
  readonly method: Method;
  readonly dialect: Dialect;
  readonly body: {
    readonly jsonrpc: "2.0";
    readonly id: Exclude<RpcId, null>;
    readonly method: string;
    readonly params: Readonly<Record<string, unknown>>;
  };
}

type Json = Readonly<Record<string, unknown>>;

/** Every name of a method, and what the SDK calls it in the dialect that the name belongs to. */
const NAMES: ReadonlyMap<string, { readonly method: Method; readonly dialect: Dialect; readonly known: string }> =
  new Map(
    Object.entries(a2aMethods).flatMap(([method, { synonyms }]) =>
      [method, ...synonyms].map((name) => {
        const dialect: Dialect = name.includes("/") ? "0.3" : "1.0";
        return [name, { method: method as Method, dialect, known: dialect === "0.3" ? method : name }] as const;
      }),
    ),
  );

/**
 * The JSON of a body.
 * @throws {A2aRefusal} `parse_error`
 */
export function parseRpc(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new A2aRefusal("parse_error", { problems: [new ProtocolError("MALFORMED_REQUEST")] });
  }
}

/** Id of whatever arrived, as far as it has one: an answer that refuses it names it, too. */
export function rpcIdOf(value: unknown): RpcId {
  const { id } = isObject(value) ? value : { id: null };
  return typeof id === "string" || Number.isSafeInteger(id) ? (id as string | number) : null;
}

/** The dialect of whatever arrived, by the name of its method. */
export function dialectOf(value: unknown): Dialect {
  const { method } = isObject(value) ? value : { method: undefined };
  return (typeof method === "string" ? NAMES.get(method)?.dialect : undefined) ?? "0.3";
}

/**
 * Reads a JSON-RPC request. What sources write otherwise (`type` for `kind`, `tasks/send`, no `messageId`) becomes what
 * the SDK expects; what the node has no use for is left out.
 * @throws {A2aRefusal} `invalid_request`, `method_not_found`, `invalid_params`
 */
export function readRpc(value: unknown): RpcRequest {
  const id = rpcIdOf(value);
  if (!isObject(value) || value["jsonrpc"] !== "2.0" || typeof value["method"] !== "string" || id === null) {
    const detail = "Send one JSON-RPC 2.0 request: jsonrpc, method, params, and an id that is not null.";
    throw new A2aRefusal("invalid_request", { problems: [new ProtocolError("MALFORMED_REQUEST", { detail })] });
  }
  const name = NAMES.get(value["method"]);
  if (!name) {
    const detail = `There is no such method. This endpoint has ${[...NAMES.keys()].join(", ")}.`;
    throw new A2aRefusal("method_not_found", { problems: [new ProtocolError("NOT_FOUND", { detail })] });
  }
  const { method, dialect, known } = name;
  const params =
    method === "message/send" ? { message: readMessage(value["params"], dialect) } : readId(value["params"]);
  return { id, method, dialect, body: { jsonrpc: "2.0", id, method: known, params } };
}

function readId(params: unknown): Json {
  const { id } = isObject(params) ? params : { id: undefined };
  if (typeof id === "string" && id !== "") return { id };
  throw misfit({ pointer: "/params/id", detail: "Name the task." });
}

const ROLES: Readonly<Record<string, "user" | "agent">> = {
  user: "user",
  agent: "agent",
  ROLE_USER: "user",
  ROLE_AGENT: "agent",
};

function readMessage(params: unknown, dialect: Dialect): Json {
  const message = isObject(params) ? params["message"] : undefined;
  const at = "/params/message";
  if (!isObject(message)) throw misfit({ pointer: at, detail: "Send a message." });
  const { parts, role = "user" } = message;
  if (typeof role !== "string" || !Object.hasOwn(ROLES, role)) {
    throw misfit({ pointer: `${at}/role`, detail: "A message is of the user or of the agent." });
  }
  if (!Array.isArray(parts) || parts.length === 0) {
    throw misfit({ pointer: `${at}/parts`, detail: "A message has at least one part." });
  }
  const who = ROLES[role];
  return {
    ...(dialect === "0.3" && { kind: "message" }),
    role: dialect === "0.3" ? who : `ROLE_${who?.toUpperCase()}`,
    messageId: optionalText(message, "messageId", "message_id") ?? randomUUID(),
    ...withText("taskId", optionalText(message, "taskId", "task_id")),
    ...withText("contextId", optionalText(message, "contextId", "context_id")),
    parts: parts.map((part, index) => readPart(part, { at: `${at}/parts/${index}`, dialect })),
  };
}

function withText(name: string, text: string | undefined): Json {
  return text === undefined ? {} : { [name]: text };
}

function optionalText(message: Json, ...names: readonly [string, string]): string | undefined {
  const name = names.find((each) => message[each] !== undefined && message[each] !== null);
  if (name === undefined) return undefined;
  const value = message[name];
  if (typeof value !== "string" || value.length > 256) {
    throw misfit({ pointer: `/params/message/${name}`, detail: "This must be a text of at most 256 characters." });
  }
  return value === "" ? undefined : value;
}

/** A part in the dialect's form. One file says `type` for `kind`; A2A 1.0 says neither, and has the member alone. */
function readPart(part: unknown, { at, dialect }: { readonly at: string; readonly dialect: Dialect }): Json {
  if (!isObject(part)) throw misfit({ pointer: at, detail: "A part is an object." });
  const kind = part["kind"] ?? part["type"] ?? ["text", "data", "file", "raw", "url"].find((name) => name in part);
  const tag = (member: Json, name: string) => (dialect === "0.3" ? { kind: name, ...member } : member);
  if (kind === "text") {
    if (typeof part["text"] === "string") return tag({ text: part["text"] }, "text");
    throw misfit({ pointer: `${at}/text`, detail: "A text part has a text." });
  }
  if (kind === "data") {
    if (isObject(part["data"])) return tag({ data: part["data"] }, "data");
    throw misfit({ pointer: `${at}/data`, detail: "A data part has an object with intent and params." });
  }
  // No type of task takes a file; that there was one is all that is kept of it.
  if (kind === "file" || kind === "raw" || kind === "url") return tag({ text: "" }, "text");
  throw misfit({ pointer: at, detail: "A part is of kind text or data." });
}

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

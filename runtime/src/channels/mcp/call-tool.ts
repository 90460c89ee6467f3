import type { CallToolResult } from "@modelcontextprotocol/server";
import { operations } from "@servicialo/schema/0.8/operations";
import type { ErrorObject } from "@servicialo/schema/0.8/types";
import { pointerTo } from "../../errors.ts";
import type { Exchange, ProfileAnswer } from "../exchange/exchange.ts";
import { operationRequest } from "../exchange/operation-request.ts";
import type { McpCaller } from "./caller.ts";
import { errorsOf, refusal } from "./tool-error.ts";
import type { DoorTool } from "./tools.ts";

/** One call of a tool, its input under the names of the operation. */
export interface ToolCall {
  readonly tool: DoorTool;
  readonly input: Readonly<Record<string, unknown>>;
  /** `_meta` of the call. */
  readonly meta: Readonly<Record<string, unknown>>;
  readonly caller: McpCaller;
}

/** What the node made of a call. */
export type ToolOutcome =
  | { readonly ok: true; readonly result: CallToolResult }
  | { readonly ok: false; readonly errors: readonly ErrorObject[] };

/** A header value that every node refuses, in place of one that no header can carry. */
const UNPRINTABLE = "not printable";

/** The members of a call under the names that the operation has for them. */
export function inputOf(tool: DoorTool, given: Readonly<Record<string, unknown>>, caller: McpCaller) {
  const renamed = Object.entries(given).map(([name, value]) => {
    const proper = Object.hasOwn(tool.synonyms, name) ? tool.synonyms[name] : undefined;
    return [proper === undefined || Object.hasOwn(given, proper) ? name : proper, value] as const;
  });
  const input: Record<string, unknown> = Object.fromEntries(renamed);
  const takesCountry = Object.hasOwn(membersOf(tool), "country");
  return takesCountry && input["country"] === undefined && caller.country !== undefined
    ? { ...input, country: caller.country }
    : input;
}

/** Asks the node; a node that cannot be reached is an error like any other. */
export async function performCall(exchange: Exchange, call: ToolCall): Promise<ToolOutcome> {
  const impossible = whatCannotBeAsked(call);
  if (impossible) return { ok: false, errors: impossible };
  const { tool, input, meta, caller } = call;
  const request = operationRequest(tool.operationId, input, {
    authorization: caller.authorization === null ? null : printable(caller.authorization),
    version: headerIn(meta["servicialo/version"]),
    idempotencyKey: headerIn(meta["servicialo/idempotency_key"]),
    organization: caller.organization,
    ...(caller.authorization === null && { nodeToken: caller.nodeToken }),
  });
  let answer: ProfileAnswer;
  try {
    answer = await exchange(request, { address: caller.address });
  } catch (error) {
    return { ok: false, errors: unreachable(error) };
  }
  if (answer.status < 200 || answer.status >= 300) return { ok: false, errors: errorsOf(answer) };
  return { ok: true, result: resultOf(answer) };
}

function resultOf({ status, headers, body, text }: ProfileAnswer): CallToolResult {
  const content = (body ?? {}) as Record<string, unknown>;
  return {
    content: [{ type: "text", text: body !== undefined && text !== undefined ? text : JSON.stringify(content) }],
    structuredContent: content,
    _meta: {
      "servicialo/status": status,
      ...(headers["x-servicialo-version"] !== undefined && { "servicialo/version": headers["x-servicialo-version"] }),
      ...(headers["idempotent-replayed"] === "true" && { "servicialo/idempotent_replayed": true }),
    },
  };
}

/**
 * Everything that the node would never get to judge: what no request of the HTTP profile can say, and members that the
 * tool does not have. A document may carry foreign members over HTTP; the input of a tool is sealed, since models guess.
 */
function whatCannotBeAsked({ tool, input }: ToolCall): readonly ErrorObject[] | null {
  const { pathParameters, queryParameters } = operations[tool.operationId];
  const found: ErrorObject[] = [];
  const complain = (name: string, what: string) => {
    const pointer = pointerTo(name);
    found.push(...refusal("VALIDATION_ERROR", { detail: `${name} ${what}.`, source: { pointer } }));
  };
  for (const name of pathParameters as readonly string[]) {
    if (input[name] === undefined) complain(name, "is required");
    else if (typeof input[name] !== "string") complain(name, "must be a string");
  }
  for (const name of queryParameters as readonly string[]) {
    if (typeof input[name] === "object") complain(name, "must not be a list or an object");
  }
  for (const name of Object.keys(input)) {
    if (!Object.hasOwn(membersOf(tool), name)) complain(name, "is not known here");
  }
  if (found.length > 0) return found;
  const vanishing = (pathParameters as readonly string[]).some((name) => /^\.{0,2}$/.test(String(input[name])));
  return vanishing ? refusal("NOT_FOUND") : null;
}

function membersOf({ definition }: DoorTool): Readonly<Record<string, unknown>> {
  return (definition.inputSchema["properties"] ?? {}) as Record<string, unknown>;
}

function unreachable(error: unknown): readonly ErrorObject[] {
  const silent = error instanceof Error && error.name === "TimeoutError";
  return refusal("UPSTREAM_UNAVAILABLE", {
    detail: silent ? "The node did not answer in time." : "The node behind this server cannot be reached.",
  });
}

function headerIn(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return printable(typeof value === "string" ? value : JSON.stringify(value));
}

function printable(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : UNPRINTABLE;
}

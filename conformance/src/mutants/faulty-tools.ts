import { allOperations, type OperationId } from "../artefacts.ts";
import { isRecord } from "../json-path.ts";
import type { Editable } from "./faulty.ts";
import { type Fault, jsonOf, type MutantCall, type Reply, type RequestChanges } from "./mutant-call.ts";

const HOUSE = { type: "organization", id: "clinica-andes" };

/** A tool that a client of the MCP server calls. */
export interface ToolCall {
  readonly name: string;
  readonly operation: OperationId | null;
  readonly input: Editable;
}

/** The method that a client asks the MCP server for; null for every other call. */
export function mcpMethodOf(call: MutantCall): string | null {
  const asked = /\/mcp(?:\?|$)/.test(call.request.target) && isRecord(call.json) ? call.json["method"] : null;
  return typeof asked === "string" ? asked : null;
}

/** The tool that a call is about; null when it is about none. */
export function toolOf(call: MutantCall): ToolCall | null {
  if (mcpMethodOf(call) !== "tools/call") return null;
  const { name, arguments: input = {} } = (call.json as Editable).params;
  const operation = allOperations().find(({ tool }) => tool === name)?.id ?? null;
  return { name, operation: operation as OperationId | null, input };
}

/** The same call of a tool with other input, or as somebody else. */
export function toolWith(call: MutantCall, input: object, as?: RequestChanges["as"]): RequestChanges {
  const message = structuredClone(call.json) as Editable;
  message.params.arguments = input;
  return { attributes: message, ...(as !== undefined && { as }) };
}

/** The same call of a tool in the name of the organization. */
export function toolAsTheHouse(call: MutantCall): RequestChanges {
  const { input } = toolOf(call) ?? { input: {} };
  return toolWith(call, { ...input, ...("actor" in input && { actor: HOUSE }) }, "organization");
}

/** What the MCP server answers to one call of a method, edited in place or another in its place. */
export function editingMcp(method: string, edit: (result: Editable, call: MutantCall) => unknown): Fault {
  return async (call) => {
    const reply = await call.pass();
    return mcpMethodOf(call) === method ? withResult(reply, (result) => edit(result, call)) : reply;
  };
}

/** Edits the tools that the MCP server lists. */
export function editingTools(edit: (tools: Editable[], call: MutantCall) => Editable[]): Fault {
  return editingMcp("tools/list", (result, call) => {
    result.tools = edit(result.tools, call);
  });
}

/** Edits what comes of some calls of tools. */
export function editingOutcomes(edit: (outcome: Editable, tool: ToolCall, call: MutantCall) => unknown): Fault {
  return editingMcp("tools/call", (outcome, call) => {
    const tool = toolOf(call);
    return tool === null ? undefined : edit(outcome, tool, call);
  });
}

/** Edits the errors of failed tools, in both forms that they come in. */
export function editingToolErrors(edit: (error: Editable, tool: ToolCall) => void): Fault {
  return editingOutcomes((outcome, tool) => {
    const errors = outcome.structuredContent?.errors;
    if (!Array.isArray(errors)) return;
    for (const error of errors) edit(error, tool);
    outcome.content = [{ type: "text", text: JSON.stringify(outcome.structuredContent) }];
  });
}

/** Calls a tool again, changed so that it passes, where it failed with a code. */
export function allowingTool(
  which: (tool: ToolCall, call: MutantCall) => boolean,
  code: string,
  change: (call: MutantCall) => RequestChanges = toolAsTheHouse,
): Fault {
  return async (call) => {
    const reply = await call.pass();
    const tool = toolOf(call);
    if (tool === null || !which(tool, call)) return reply;
    const failed = resultOf(reply)?.structuredContent?.errors?.[0]?.code;
    return failed === code ? call.pass(change(call)) : reply;
  };
}

/** Answers a call of a tool with an outcome of its own. */
export function toolReply(call: MutantCall, outcome: object): Reply {
  const id = (call.json as Editable).id;
  const headers = { "content-type": "application/json" };
  return { status: 200, headers, body: { jsonrpc: "2.0", id, result: { content: [], ...outcome } } };
}

/** Answers some calls of tools without asking, where it has an outcome. */
export function answeringTool(answer: (tool: ToolCall, call: MutantCall) => object | null): Fault {
  return async (call) => {
    const tool = toolOf(call);
    const outcome = tool === null ? null : answer(tool, call);
    return outcome === null ? call.pass() : toolReply(call, outcome);
  };
}

/** The result of an answer in JSON-RPC, whether it comes as JSON or as an event. */
export function resultOf(reply: Reply): Editable {
  return messageOf(reply)?.result;
}

function messageOf({ body }: Reply): Editable {
  if (typeof body !== "string") return body;
  const data = body.split("\n").find((line) => line.startsWith("data: {"));
  return data === undefined ? undefined : jsonOf(Buffer.from(data.slice("data: ".length)));
}

function withResult(reply: Reply, edit: (result: Editable) => unknown): Reply {
  const message = structuredClone(messageOf(reply));
  if (message?.result === undefined) return reply;
  const other = edit(message.result);
  if (other !== undefined) message.result = other;
  const body = typeof reply.body === "string" ? `event: message\ndata: ${JSON.stringify(message)}\n\n` : message;
  return { ...reply, body };
}

import { isRecord } from "../json-path.ts";
import type { Editable } from "./faulty.ts";
import type { Fault, MutantCall, Reply, RequestChanges } from "./mutant-call.ts";

/** The method that is asked for at the task endpoint; null for every other call, and for what is no JSON-RPC. */
export function taskMethodOf(call: MutantCall): string | null {
  const method = isTask(call) && isRecord(call.json) ? call.json["method"] : null;
  return typeof method === "string" ? method : null;
}

/** A request to the task endpoint, whatever is in it. */
export function isTask({ request }: MutantCall): boolean {
  return request.method === "POST" && /\/a2a(?:\?|$)/.test(request.target);
}

/** What a message asks for: the data part; null where there is none. */
export function wishOf(call: MutantCall): Editable | null {
  if (taskMethodOf(call) !== "message/send") return null;
  const parts: Editable[] = (call.json as Editable).params?.message?.parts ?? [];
  return parts.find(({ data }) => isRecord(data))?.data ?? null;
}

/** The same message with another wish, or as somebody else. */
export function wishing(call: MutantCall, wish: object, as?: RequestChanges["as"]): RequestChanges {
  const message = structuredClone(call.json) as Editable;
  for (const part of message.params.message.parts) if (isRecord(part.data)) part.data = wish;
  return { attributes: message, ...(as !== undefined && { as }) };
}

/** The same message in the name of the organization. */
export function taskAsTheHouse(call: MutantCall): RequestChanges {
  const { actor: _, ...wish } = wishOf(call) ?? {};
  return wishing(call, wish, "organization");
}

/** Edits the tasks that it answers with. */
export function editingTasks(edit: (task: Editable, call: MutantCall) => void): Fault {
  return editingRpc((message, call) => {
    const task = message.result?.task ?? message.result;
    if (isTask(call) && task?.status) edit(task, call);
  });
}

/** Edits what the task endpoint answers, errors included. */
export function editingRpc(edit: (message: Editable, call: MutantCall) => void): Fault {
  return async (call) => {
    const reply = await call.pass();
    if (!isTask(call) || !isRecord(reply.body)) return reply;
    const body = structuredClone(reply.body);
    edit(body, call);
    return { ...reply, body };
  };
}

/** Answers with a task of its own where the good node has an error, or another task. */
export function taskReply(call: MutantCall, state: string, id: string = crypto.randomUUID()): Reply {
  const result = { kind: "task", id, contextId: id, status: { state, timestamp: new Date().toISOString() } };
  const headers = { "content-type": "application/json" };
  const asked = isRecord(call.json) ? (call.json["id"] ?? null) : null;
  return { status: 200, headers, body: { jsonrpc: "2.0", id: asked, result } };
}

/** Whether an answer says that something was refused with a code. */
export function refusesWith(reply: Reply, code: string): boolean {
  return JSON.stringify(reply.body).includes(`"${code}"`);
}

/** Does what is refused with a code all the same, in the name of the organization. */
export function allowingTasks(code: string): Fault {
  return async (call) => {
    const reply = await call.pass();
    return wishOf(call) !== null && refusesWith(reply, code) ? call.pass(taskAsTheHouse(call)) : reply;
  };
}

import { findError, type OperationId } from "../artefacts.ts";
import { isRecord } from "../json-path.ts";
import type { Fault, MutantCall, Reply, RequestChanges } from "./mutant-call.ts";
import type { Courier } from "./webhook-relay.ts";

/** JSON that may be edited. */
// biome-ignore lint/suspicious/noExplicitAny: faults reach into documents of every shape
export type Editable = any;

/** Which calls a fault concerns: operations, or a question about the call. */
export type Which = OperationId | readonly OperationId[] | ((call: MutantCall) => boolean);

function concerns(which: Which, call: MutantCall): boolean {
  if (typeof which === "function") return which(call);
  return call.is(...(typeof which === "string" ? [which] : which));
}

/** Every call. */
export const everyCall = (): boolean => true;

/** Edits the successful answers of some calls in place; an edit may also answer another body. */
export function editing(which: Which, edit: (body: Editable, call: MutantCall, reply: Reply) => unknown): Fault {
  return replying(which, (reply, call) => {
    if (reply.status >= 400) return reply;
    const body = structuredClone(reply.body);
    const other = edit(body as Editable, call, reply);
    return { ...reply, body: other === undefined ? body : other };
  });
}

/** Edits the refusals of some calls in place: the first entry of `errors`. */
export function editingErrors(which: Which, edit: (error: Editable, call: MutantCall, reply: Reply) => void): Fault {
  return replying(which, (reply, call) => {
    const body = structuredClone(reply.body);
    const errors = isRecord(body) ? body["errors"] : undefined;
    if (reply.status < 400 || !Array.isArray(errors)) return reply;
    edit(errors[0] as Editable, call, reply);
    return { ...reply, body };
  });
}

/** Changes the whole reply of some calls. */
export function replying(which: Which, change: (reply: Reply, call: MutantCall) => Reply | Promise<Reply>): Fault {
  return async (call) => {
    const reply = await call.pass();
    return concerns(which, call) ? change(reply, call) : reply;
  };
}

/** Sends some calls on changed. */
export function asking(
  which: Which,
  change: (call: MutantCall) => RequestChanges | null | Promise<RequestChanges | null>,
): Fault {
  return async (call) => call.pass((concerns(which, call) ? await change(call) : null) ?? {});
}

/** Answers some calls without asking, where it has an answer. */
export function answering(which: Which, answer: (call: MutantCall) => Reply | null | Promise<Reply | null>): Fault {
  return async (call) => (concerns(which, call) ? await answer(call) : null) ?? call.pass();
}

/** Refuses some calls, as the catalogue says it. */
export function refusing(which: Which, code: string, details: object = {}): Fault {
  return answering(which, () => refusal(code, details));
}

/** Lets happen what the good node refuses with a code: the call is sent again, changed so that it passes. */
export function allowing(
  which: Which,
  code: string,
  change: (call: MutantCall, refused: Reply) => RequestChanges | null | Promise<RequestChanges | null>,
): Fault {
  return async (call) => {
    const reply = await call.pass();
    if (!concerns(which, call) || codeOf(reply) !== code) return reply;
    const changes = await change(call, reply);
    return changes === null ? reply : call.pass(changes);
  };
}

/** Claims that it did what the good node refuses with a code; nothing happens. */
export function pretending(
  which: Which,
  code: string,
  answer: (call: MutantCall, refused: Reply) => Reply | null | Promise<Reply | null>,
): Fault {
  return replying(which, async (reply, call) =>
    codeOf(reply) === code ? ((await answer(call, reply)) ?? reply) : reply,
  );
}

/** Answers with another code, status or both where the good node refuses with a code. */
export function renaming(which: Which, code: string, as: { code?: string; status?: number }): Fault {
  return replying(which, (reply) => {
    if (codeOf(reply) !== code) return reply;
    const body = structuredClone(reply.body) as Editable;
    for (const error of body.errors) {
      if (as.code !== undefined) error.code = as.code;
      if (as.status !== undefined) error.status = String(as.status);
    }
    return { ...reply, status: as.status ?? reply.status, body };
  });
}

/** Does one fault after the other: the first that answers differently from the good node wins. */
export function both(first: Fault, second: Fault): Fault {
  return (call) => first(Object.assign(Object.create(call) as MutantCall, { pass: () => second(call) }));
}

/** Edits the attributes of every resource in the successful answers of some calls. */
export function editingAttributes(
  which: Which,
  edit: (attributes: Editable, call: MutantCall, resource: Editable) => void,
): Fault {
  return editing(which, (body, call) => {
    for (const one of resourcesIn(body)) edit(one.attributes, call, one);
  });
}

/** Edits every session that an answer shows, as a session, as a service or as its lifecycle. */
export function editingSessions(
  edit: (attributes: Editable, call: MutantCall) => void,
  which: Which = everyCall,
): Fault {
  return editing(which, (body, call) => {
    for (const one of resourcesIn(body)) {
      if (one.type === "sessions" || one.type === "services") edit(one.attributes, call);
    }
  });
}

/** Edits the transition records wherever they are shown: in sessions, in get_state and in `meta`. */
export function editingTransitions(edit: (record: Editable, index: number) => void, which: Which = everyCall): Fault {
  return editing(which, (body) => {
    for (const one of resourcesIn(body)) {
      for (const list of [one.attributes?.lifecycle?.transitions, one.attributes?.transitions]) {
        if (Array.isArray(list)) list.forEach(edit);
      }
    }
    const { transition, transitions } = isRecord(body.meta) ? (body.meta as Editable) : ({} as Editable);
    if (transition) edit(transition, transition.from === null ? 0 : 1);
    if (Array.isArray(transitions)) transitions.forEach(edit);
  });
}

/** The resources of an enveloped answer. */
export function resourcesIn(body: unknown): Editable[] {
  if (!isRecord(body)) return [];
  const { data } = body;
  return Array.isArray(data) ? data : isRecord(data) ? [data] : [];
}

/** A refusal with the catalogue's status and title. */
export function refusal(code: string, details: object = {}): Reply {
  const entry = findError(code);
  const status = entry?.status ?? 400;
  const error = { status: String(status), code, title: entry?.title ?? code, ...details };
  return { status, headers: { "content-type": JSON_API, "x-servicialo-version": "0.8" }, body: { errors: [error] } };
}

/** An enveloped answer. */
export function enveloped(status: number, body: unknown): Reply {
  return { status, headers: { "content-type": JSON_API, "x-servicialo-version": "0.8" }, body };
}

const JSON_API = "application/vnd.api+json";

/** Code of the first error of a reply; null where it is no refusal. */
export function codeOf(reply: Reply): string | null {
  const errors = isRecord(reply.body) ? reply.body["errors"] : undefined;
  const [first] = Array.isArray(errors) ? errors : [];
  return isRecord(first) && typeof first["code"] === "string" ? first["code"] : null;
}

/** Answers as the good node does, and brings its events to subscribers otherwise. */
export function delivering(deliver: Courier): Fault {
  return Object.assign((call: MutantCall) => call.pass(), { deliver });
}

import type { OperationId } from "../artefacts.ts";
import { isRecord } from "../json-path.ts";
import type { CredentialKind } from "../settings.ts";
import { type Editable, enveloped } from "./faulty.ts";
import type { MutantCall, Reply, RequestChanges } from "./mutant-call.ts";

const BASE = "/servicialo/v1";

/** A call that moves a session to one of these states. */
export function moving(...states: readonly string[]): (call: MutantCall) => boolean {
  return (call) => call.is("lifecycle.transition") && states.includes(String(call.attributes["to_state"]));
}

/** A call that cancels a session, by either operation. */
export function cancelling(call: MutantCall): boolean {
  return call.is("scheduling.cancel") || moving("cancelled")(call);
}

/** One of these operations, asked for by one of these parties. */
export function askedBy(
  operation: OperationId | readonly OperationId[],
  ...parties: readonly CredentialKind[]
): (call: MutantCall) => boolean {
  const operations = typeof operation === "string" ? [operation] : operation;
  return (call) => call.is(...operations) && call.caller !== null && parties.includes(call.caller);
}

/** The same command with other attributes; those that are undefined are left out. */
export function changed(call: MutantCall, attributes: Readonly<Record<string, unknown>>): RequestChanges {
  return { attributes: { ...call.attributes, ...attributes }, headers: { "idempotency-key": undefined } };
}

/** The same command as if one of the known parties had sent it, under its own name. */
export function sentBy(
  call: MutantCall,
  party: CredentialKind,
  attributes: Readonly<Record<string, unknown>> = {},
): RequestChanges {
  const headers = { "idempotency-key": undefined, "x-servicialo-actor": undefined };
  const isCommand = Object.keys(call.attributes).length > 0;
  const actor = call.attributes["actor"] === undefined ? undefined : call.actorOf(party);
  return { as: party, headers, ...(isCommand && { attributes: { ...call.attributes, actor, ...attributes } }) };
}

/** The same command as if the client of its session had sent it. */
export async function sentByClient(call: MutantCall): Promise<RequestChanges> {
  const session = await sessionOf(call);
  const actor = { type: "client", id: session?.client?.id };
  return { ...changed(call, { actor }), as: "organization" };
}

/** Attributes of the session that a call is about, or of another one; undefined when there is none. */
export async function sessionOf(call: MutantCall, id = call.params["session_id"]): Promise<Editable | undefined> {
  const { body } = await call.ask("GET", `${BASE}/services/${id}`, { as: "organization" });
  return isRecord(body) ? (body as Editable).data?.attributes : undefined;
}

/** Answers a command about a session with the session, edited: what a node says that only pretends. */
export async function sessionReply(call: MutantCall, edit: (attributes: Editable) => void = () => {}): Promise<Reply> {
  const { body } = await call.ask("GET", `${BASE}/services/${call.params["session_id"]}`, { as: "organization" });
  const document = structuredClone(body) as Editable;
  document.data.type = "sessions";
  edit(document.data.attributes);
  return enveloped(200, document);
}

/** Answers a move as if it had been made. */
export function movedReply(call: MutantCall): Promise<Reply> {
  return sessionReply(call, ({ lifecycle }) => {
    lifecycle.current_state = call.attributes["to_state"];
  });
}

/** The moment at the good node, milliseconds. */
export async function nodeNow(call: MutantCall): Promise<number> {
  const { body } = await call.ask("GET", `${BASE}/sandbox/clock`, { as: "organization" });
  return Date.parse((body as Editable).data.attributes.now);
}

/** Path and query of a call with other parameters; null takes one away. */
export function retargeted(call: MutantCall, query: Readonly<Record<string, string | null>>): RequestChanges {
  const url = new URL(call.request.target, "http://node");
  for (const [name, value] of Object.entries(query)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return { target: `${url.pathname}${url.search}` };
}

/** Sends a command to the good node on the side, as one of its parties. */
export function command(
  call: MutantCall,
  path: string,
  attributes: object,
  ...[as = "organization", method = "POST"]: readonly [CredentialKind?, string?]
): Promise<Reply> {
  return call.ask(method, `${BASE}${path}`, { as, body: { actor: call.actorOf(as), ...attributes } });
}

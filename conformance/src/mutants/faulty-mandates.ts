import type { OperationId } from "../artefacts.ts";
import { isRecord } from "../json-path.ts";
import type { CredentialKind } from "../settings.ts";
import { sentBy } from "./fault-parts.ts";
import {
  allowing,
  codeOf,
  type Editable,
  editing,
  editingAttributes,
  enveloped,
  refusal,
  replying,
  type Which,
} from "./faulty.ts";
import type { Fault, MutantCall, Reply, RequestChanges } from "./mutant-call.ts";

const BASE = "/servicialo/v1";
const PRINCIPALS: readonly CredentialKind[] = [
  "organization",
  "provider",
  "second_provider",
  "client",
  "second_client",
];

/** What an agent asks: one of these operations, or anything. */
export function byAgent(...operations: readonly OperationId[]): (call: MutantCall) => boolean {
  return (call) => call.caller?.endsWith("agent") === true && (operations.length === 0 || call.is(...operations));
}

/** What somebody else than an agent asks. */
export function byHuman(...operations: readonly OperationId[]): (call: MutantCall) => boolean {
  return (call) => call.caller?.endsWith("agent") === false && call.is(...operations);
}

/** The actor that a call claims, in its attributes or in its header; empty where there is none. */
export function claimOf(call: MutantCall): Readonly<Record<string, unknown>> {
  const header = call.request.headers["x-servicialo-actor"];
  const claim = call.attributes["actor"] ?? (header && JSON.parse(Buffer.from(header, "base64").toString("utf8")));
  return isRecord(claim) ? claim : {};
}

/** The same call in the name of the organization: what a node does that does not look at the mandate. */
export function asTheHouse(call: MutantCall): RequestChanges {
  const actor = "actor" in call.attributes ? { actor: { type: "organization", id: "clinica-andes" } } : {};
  return sentBy(call, "organization", actor);
}

/** Ignores what a check or the matrix says to an agent, and does what it asks. */
export function ignoring(
  code: string,
  when: { readonly which?: Which; readonly constraint?: string; readonly check?: number } = {},
): Fault {
  return allowing(when.which ?? byAgent(), code, (call, refused) => {
    const { constraint, check } = metaOf(refused);
    const other =
      (when.constraint !== undefined && constraint !== when.constraint) ||
      (when.check !== undefined && check !== when.check);
    return other ? null : asTheHouse(call);
  });
}

/** Does what it refuses nevertheless, and says no. */
export function doingWhatItRefuses(
  which: Which,
  code: string,
  change: (call: MutantCall) => RequestChanges | Promise<RequestChanges> = asTheHouse,
): Fault {
  return replying(which, async (reply, call) => {
    if (codeOf(reply) === code) await call.pass(await change(call));
    return reply;
  });
}

/** `meta` of the first error of a refusal. */
export function metaOf(reply: Reply): Editable {
  return (codeOf(reply) !== null && (reply.body as Editable).errors[0].meta) || {};
}

/** A refusal of one of the checks. */
export function refusedBy(check: number, code: string, meta: object = {}): Reply {
  return refusal(code, { meta: { check, ...meta } });
}

/** Attributes of the mandate that an agent names; null where nobody knows it. */
export async function mandateBehind(call: MutantCall, id = claimOf(call)["mandate_id"]): Promise<Editable | null> {
  if (typeof id !== "string") return null;
  for (const as of PRINCIPALS) {
    const { status, body } = await call.ask("GET", `${BASE}/mandates/${id}`, { as });
    if (status === 200) return (body as Editable).data.attributes;
  }
  return null;
}

/** Refuses an agent whose mandate is of a kind. */
export function refusingMandates(which: Which, refuses: (mandate: Editable, call: MutantCall) => Reply | null): Fault {
  return replying(which, async (reply, call) => {
    const mandate = await mandateBehind(call);
    return (mandate && refuses(mandate, call)) ?? reply;
  });
}

/** Answers a change of a mandate with the mandate as it is, edited: nothing has happened. */
export async function mandateReply(call: MutantCall, edit: (attributes: Editable) => void): Promise<Reply> {
  const as = call.caller ?? "organization";
  const { body } = await call.ask("GET", `${BASE}/mandates/${call.params["mandate_id"]}`, { as });
  const document = structuredClone(body) as Editable;
  edit(document.data.attributes);
  return enveloped(200, document);
}

/** Issues another mandate than the one that was asked for, and shows the one that was asked for. */
export function misunderstanding(change: (asked: Editable) => Editable | null): Fault {
  return async (call) => {
    const other = call.is("mandates.issue") ? change(structuredClone(call.attributes)) : null;
    if (other === null) return call.pass();
    const reply = await call.pass({ attributes: other, headers: { "idempotency-key": undefined } });
    if (reply.status !== 201) return reply;
    const body = structuredClone(reply.body) as Editable;
    for (const name of Object.keys(other)) {
      if (name in body.data.attributes) body.data.attributes[name] = call.attributes[name];
    }
    return { ...reply, body };
  };
}

/** Issues with other constraints than those that were asked for. */
export function misreading(constraint: string, read: (asked: Editable) => Editable): Fault {
  return misunderstanding((asked) => {
    const given = asked.constraints?.[constraint];
    if (given === undefined) return null;
    asked.constraints[constraint] = read(given);
    return asked;
  });
}

/**
 * Issues what the good node refuses, changed so that it passes; what was issued so is taken back once the principal has
 * looked at its mandates, so that it does not stand in the way of others.
 */
export function issuingAnyway(
  code: string,
  change: (attributes: Editable, call: MutantCall) => RequestChanges | null,
  said: "yes" | "no" = "yes",
): Fault {
  const issued: { id: string; as: CredentialKind }[] = [];
  return async (call) => {
    const reply = await call.pass();
    if (call.is("mandates.list")) {
      for (const { id, as } of issued.splice(0))
        await call.ask("POST", `${BASE}/mandates/${id}/revoke`, { as, body: {} });
    }
    if (!call.is("mandates.issue") || codeOf(reply) !== code) return reply;
    const changes = change(structuredClone(call.attributes), call);
    if (changes === null) return reply;
    const done = await call.pass({ ...changes, headers: { "idempotency-key": undefined, ...changes.headers } });
    if (done.status !== 201) return done;
    issued.push({ id: (done.body as Editable).data.id, as: changes.as ?? call.caller ?? "organization" });
    return said === "yes" ? done : reply;
  };
}

/** Shows other entries in the place of those of a trail, newest first. */
export function editingTrails(edit: (entries: Editable[], call: MutantCall, body: Editable) => Editable[]): Fault {
  return editing(["mandates.audit", "audit.list"], (body, call) => {
    const entries = (body.data as Editable[]).map(({ attributes }) => attributes);
    const shown = edit(entries, call, body);
    body.data = shown.map((attributes) => ({ type: "audit_entries", id: attributes.audit_id, attributes }));
  });
}

/** Leaves some entries out of the trails that it shows. */
export function forgettingEntries(forgets: (entry: Editable) => boolean): Fault {
  return editingTrails((entries) => entries.filter((entry) => !forgets(entry)));
}

/** Edits each entry of the trails that it shows. */
export function editingEntries(edit: (entry: Editable, call: MutantCall) => void): Fault {
  return editingAttributes(["mandates.audit", "audit.list"], edit);
}

import type { Clock } from "./clock.ts";
import { parseInstant } from "./clock.ts";
import { Fault, invalid, invalidParameter } from "./fault.ts";
import type { Key, Session, Work } from "./store.ts";

/** An actor as a request claims it. */
export interface Actor {
  readonly type: "client" | "provider" | "organization";
  readonly id: string;
}

/** What an operation is given: who asks for what, and the work it may do. */
export interface Call {
  readonly work: Work;
  readonly clock: Clock;
  readonly host: string;
  readonly key: Key | null;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly actorHeader: string | undefined;
  /** Names of the operations that this node offers. */
  readonly declared: readonly string[];
}

/** An answer before it is written: a document goes out bare, everything else in its envelope. */
export interface Answer {
  readonly status?: number;
  readonly document?: unknown;
  readonly data?: unknown;
  readonly meta?: Readonly<Record<string, unknown>>;
  readonly links?: Readonly<Record<string, string | null>>;
}

export interface Resource {
  readonly type: string;
  readonly id: string;
  readonly attributes: unknown;
}

/** Text of a required attribute. */
export function requiredText(call: Call, name: string): string {
  const value = call.attributes[name];
  if (typeof value !== "string" || value.trim() === "") throw invalid(`/${name}`, `${name} is required.`);
  return value;
}

export function optionalText(call: Call, name: string): string | undefined {
  const value = call.attributes[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw invalid(`/${name}`, `${name} is a text.`);
  return value;
}

/** Epoch milliseconds of an attribute; undefined where it is absent. */
export function optionalInstant(call: Call, name: string): number | undefined {
  if (call.attributes[name] === undefined) return undefined;
  const at = parseInstant(call.attributes[name]);
  if (at === null) throw invalid(`/${name}`, `${name} is a date-time with offset or Z.`);
  return at;
}

export function requiredInstant(call: Call, name: string): number {
  const at = optionalInstant(call, name);
  if (at === undefined) throw invalid(`/${name}`, `${name} is required.`);
  return at;
}

/** A whole number of the query within bounds. */
export function queryNumber(call: Call, name: string, [least, most, otherwise]: readonly [number, number, number]) {
  const text = call.query.get(name);
  if (text === null) return otherwise;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw invalidParameter(name, `${name} goes from ${least} to ${most}.`);
  return value;
}

/** One page of a list, with its figures and links. */
export function paged(call: Call, items: readonly Resource[], size?: number): Answer {
  const page = queryNumber(call, "page", [1, Number.MAX_SAFE_INTEGER, 1]);
  const perPage = size ?? queryNumber(call, "per_page", [1, 100, 20]);
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const link = (number: number) => {
    const query = new URLSearchParams(call.query);
    query.set("page", String(number));
    return `?${query}`;
  };
  return {
    data: items.slice((page - 1) * perPage, page * perPage),
    meta: { total: items.length, page, per_page: perPage },
    links: {
      self: link(page),
      first: link(1),
      last: link(last),
      prev: page > 1 ? link(Math.min(page - 1, last)) : null,
      next: page < last ? link(page + 1) : null,
    },
  };
}

/** The credential of a call that has been let in. */
export function keyOf(call: Call): Key {
  if (!call.key) throw new Fault("UNAUTHORIZED");
  return call.key;
}

/**
 * Who acts: the attributes say it, else the header, else, where nobody has to say it, the credential's own subject.
 * @throws {Fault} `VALIDATION_ERROR`, `MANDATE_REQUIRED`, `FORBIDDEN`
 */
export function actorOf(call: Call, isRequired: boolean): Actor {
  const key = keyOf(call);
  const claim = call.attributes["actor"] ?? headerActor(call);
  if (claim === undefined) {
    if (isRequired) throw invalid("/actor", "Say who acts, in the attributes or in X-Servicialo-Actor.");
    return { type: key.subjectType, id: key.subjectId };
  }
  const { type, id } = readActor(claim);
  if (type === "agent") throw new Fault("MANDATE_REQUIRED", { detail: "This node knows no mandates." });
  requireCovered(call, key, { type, id });
  return { type, id: type === "organization" ? key.organizationId : id };
}

function headerActor(call: Call): unknown {
  if (call.actorHeader === undefined) return undefined;
  try {
    const claim: unknown = JSON.parse(Buffer.from(call.actorHeader, "base64").toString("utf8"));
    readActor(claim);
    return claim;
  } catch {
    throw invalidParameter("X-Servicialo-Actor", "The Base64 of an actor's JSON.");
  }
}

function readActor(claim: unknown): { type: "client" | "provider" | "organization" | "agent"; id: string } {
  if (typeof claim !== "object" || claim === null) throw invalid("/actor", "An object with type and id.");
  const { type, id } = claim as Record<string, unknown>;
  if (type !== "client" && type !== "provider" && type !== "organization" && type !== "agent") {
    throw invalid("/actor/type", "client, provider, organization or agent.");
  }
  if (typeof id !== "string" || id === "") throw invalid("/actor/id", "The id of the actor.");
  return { type, id };
}

/** A claim is covered when it names the credential's own party; an organization also speaks for its people. */
function requireCovered({ work }: Call, key: Key, { type, id }: Actor): void {
  if (type === key.subjectType && id === key.subjectId) return;
  if (key.subjectType === "organization") {
    const { organizationId } = key;
    if (type === "organization" && work.find("organizations", organizationId)?.slug === id) return;
    const table = type === "client" ? "clients" : "providers";
    if (type !== "organization" && work.find(table, id)?.organizationId === organizationId) return;
  }
  throw new Fault("FORBIDDEN", { detail: "The credential does not cover this actor." });
}

/** A session of the caller's organization; a client sees its own only. */
export function sessionOf(call: Call): Session {
  const key = keyOf(call);
  const session = call.work.find("sessions", call.params["session_id"] ?? "");
  const foreign = session?.organizationId !== key.organizationId;
  if (!session || foreign || (key.subjectType === "client" && session.clientId !== key.subjectId)) {
    throw new Fault("NOT_FOUND", { detail: "There is no such session." });
  }
  return session;
}

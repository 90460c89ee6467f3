import { allOperations, type OperationId } from "../artefacts.ts";
import { isRecord } from "../json-path.ts";
import type { CredentialKind, Credentials } from "../settings.ts";
import type { Courier } from "./webhook-relay.ts";

/** A request on its way to the good node. */
export interface PassedRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** An answer on its way back. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The answer's JSON, or its text where it is none. */
  readonly body: unknown;
}

/** What a node does wrong. */
export interface Fault {
  /** Turns a request into the answer of a faulty node, mostly by asking the good one. */
  (call: MutantCall): Promise<Reply>;
  /** Brings what the node sends to subscribers; without it everything arrives as it was sent. */
  readonly deliver?: Courier;
}

/** What a fault changes of a request before it goes on. */
export interface RequestChanges {
  readonly method?: string;
  readonly target?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** In place of the attributes of a command. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** Sends it in the name of another party. */
  readonly as?: CredentialKind;
}

type Ask = (request: PassedRequest) => Promise<Reply>;

/** One request that a faulty node has to answer. */
export class MutantCall {
  readonly request: PassedRequest;
  readonly operation: OperationId | null;
  /** Values of the variable segments of the operation's path. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Body of the request as JSON; undefined where it is none. */
  readonly json: unknown;
  readonly #ask: Ask;
  readonly #credentials: Credentials;

  constructor(request: PassedRequest, ask: Ask, credentials: Credentials) {
    this.request = request;
    this.#ask = ask;
    this.#credentials = credentials;
    const url = new URL(request.target, "http://node");
    this.query = url.searchParams;
    this.json = jsonOf(request.body);
    const found = operationAt(request.method, url.pathname, this.attributes);
    this.operation = found?.id ?? null;
    this.params = found?.params ?? {};
  }

  /** Attributes of a command, with or without its envelope. */
  get attributes(): Readonly<Record<string, unknown>> {
    if (!isRecord(this.json)) return {};
    const data = this.json["data"];
    const attributes = isRecord(data) ? data["attributes"] : this.json;
    return isRecord(attributes) ? attributes : {};
  }

  /** Kind of the party whose token the request carries; null for none that is known. */
  get caller(): CredentialKind | null {
    const token = this.request.headers["authorization"]?.replace(/^\S+ /, "");
    const found = Object.entries(this.#credentials).find(([, one]) => one?.token === token);
    return (found?.[0] as CredentialKind | undefined) ?? null;
  }

  /** One of the known parties as it names itself in a command. */
  actorOf(kind: CredentialKind): { readonly type: string; readonly id: string | undefined } {
    return { type: kind.replace(/^(?:second|foreign)_/, ""), id: this.#credentials[kind]?.id };
  }

  /** Whether it is one of these operations. */
  is(...ids: readonly OperationId[]): boolean {
    return this.operation !== null && ids.includes(this.operation);
  }

  /** Asks the good node, with what the fault changes of the request. */
  pass(changes: RequestChanges = {}): Promise<Reply> {
    const { method, target, attributes, as } = changes;
    const token = as === undefined ? undefined : this.#credentials[as]?.token;
    const headers = withoutUndefined({
      ...this.request.headers,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...changes.headers,
    });
    return this.#ask({
      method: method ?? this.request.method,
      target: target ?? this.request.target,
      headers,
      body: attributes === undefined ? this.request.body : this.#bodyWith(attributes),
    });
  }

  /** Asks the good node something else, as one of the parties. */
  ask(method: string, target: string, options: { as?: CredentialKind; body?: unknown } = {}): Promise<Reply> {
    const token = options.as === undefined ? undefined : this.#credentials[options.as]?.token;
    const hasBody = options.body !== undefined;
    return this.#ask({
      method,
      target,
      headers: {
        accept: "application/vnd.api+json, application/json",
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(hasBody && { "content-type": "application/json" }),
      },
      body: Buffer.from(hasBody ? JSON.stringify(options.body) : ""),
    });
  }

  #bodyWith(attributes: Readonly<Record<string, unknown>>): Buffer {
    const data = isRecord(this.json) ? this.json["data"] : undefined;
    const body = isRecord(data) ? { data: { ...data, attributes } } : attributes;
    return Buffer.from(JSON.stringify(body));
  }
}

function withoutUndefined(record: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** JSON of a body; undefined where it is none. */
export function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

interface PathPattern {
  readonly id: OperationId;
  readonly method: string;
  readonly segments: readonly string[];
}

const PATTERNS: readonly PathPattern[] = allOperations().map(({ id, method, basePath, path }) => ({
  id: id as OperationId,
  method,
  segments: `${basePath}${path}`.replace(/\/+$/, "").split("/"),
}));

/** The operation that a request asks for, with the variables of its path; null for none of the table. */
export function operationAt(method: string, path: string, attributes: Readonly<Record<string, unknown>>) {
  const given = path.replace(/\/+$/, "").split("/");
  const fitting = PATTERNS.filter(
    (pattern) =>
      pattern.method === method &&
      pattern.segments.length === given.length &&
      pattern.segments.every((segment, index) => segment.startsWith("{") || segment === given[index]),
  );
  // Fixed segments before variable ones; a heartbeat is told by its attribute.
  const variables = ({ segments }: PathPattern) => segments.filter((segment) => segment.startsWith("{")).length;
  const [best] = fitting.sort((a, b) => variables(a) - variables(b));
  const heartbeat =
    attributes["heartbeat"] === true ? fitting.find(({ id }) => id === "telemetry.heartbeat") : undefined;
  const found = heartbeat ?? best;
  if (found === undefined) return null;
  const params = Object.fromEntries(
    found.segments.flatMap((segment, index) =>
      segment.startsWith("{") ? [[segment.slice(1, -1), decodeURIComponent(given[index] ?? "")]] : [],
    ),
  );
  return { id: found.id, params };
}

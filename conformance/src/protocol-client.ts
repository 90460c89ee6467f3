import { Answer } from "./answer.ts";
import { findOperation, type OperationEntry, type OperationId, PROTOCOL_VERSION } from "./artefacts.ts";
import type { NodeConnection, WireRequest } from "./node-connection.ts";
import type { SchemaValidator } from "./schema-validator.ts";
import type { Credential, CredentialKind, Credentials } from "./settings.ts";
import { Unmet } from "./verdict.ts";

const JSON_API = "application/vnd.api+json";

/** Who acts, as the protocol words it (decision D-23). */
export interface Actor {
  readonly type: "client" | "provider" | "organization" | "agent";
  readonly id: string;
  readonly mandate_id?: string;
}

/** How one operation is called. Everything has a lawful default; a case overrides the one thing that it tests. */
export interface CallOptions {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Members of `data.attributes`; an undefined one is left out. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** Credential to call with; null calls without one. Default: the organization's where one is needed. */
  readonly as?: CredentialKind | Credential | null;
  /** `data.type`, when it is to be another than the published one. */
  readonly type?: string;
  /** Exact body in place of the envelope. */
  readonly rawBody?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Value of X-Servicialo-Version; null leaves the header out. */
  readonly version?: string | null;
  readonly idempotencyKey?: string;
  /** The request breaks the published input schema on purpose. */
  readonly deliberate?: boolean;
  readonly takeRateLimit?: boolean;
}

/** A request outside the table of operations. */
export interface RawCall extends Omit<CallOptions, "path" | "query" | "attributes" | "type"> {
  readonly method: string;
  /** Path below the base path (`/manifest`), or a whole URL. */
  readonly target: string;
}

/** Speaks the protocol over the recorded connection, in the name of one case. */
export class ProtocolClient {
  readonly #connection: NodeConnection;
  readonly #credentials: Credentials;
  readonly #validator: SchemaValidator;
  readonly #sender: string;

  constructor(parts: {
    connection: NodeConnection;
    credentials: Credentials;
    validator: SchemaValidator;
    sender: string;
  }) {
    this.#connection = parts.connection;
    this.#credentials = parts.credentials;
    this.#validator = parts.validator;
    this.#sender = parts.sender;
  }

  get connection(): NodeConnection {
    return this.#connection;
  }

  /** The same client speaking in the name of another case. */
  inTheNameOf(sender: string): ProtocolClient {
    return new ProtocolClient({
      connection: this.#connection,
      credentials: this.#credentials,
      validator: this.#validator,
      sender,
    });
  }

  has(kind: CredentialKind): boolean {
    return this.#credentials[kind] !== undefined;
  }

  /**
   * The credential of a party.
   * @throws Unmet (NOT_VERIFIED) when the run was given none.
   */
  credential(kind: CredentialKind): Credential {
    const credential = this.#credentials[kind];
    if (credential === undefined) throw new Unmet(`no ${kind} credential was given`);
    return credential;
  }

  /**
   * The id that a party's credential is bound to.
   * @throws Unmet (NOT_VERIFIED) when the run was given none.
   */
  partyId(kind: CredentialKind): string {
    const id = this.credential(kind).id;
    if (id === undefined) throw new Unmet(`the ${kind} credential does not say which id it is bound to`);
    return id;
  }

  /**
   * Calls an operation of the published table.
   * @throws Error when the suite's own request breaks the published input schema without saying so; Unmet when the
   * node limits the rate for longer than the suite waits.
   */
  async call(id: OperationId, options: CallOptions = {}): Promise<Answer> {
    const operation = findOperation(id);
    if (operation === undefined) throw new Error(`the artefacts have no operation ${id}`);
    if (options.deliberate !== true) this.#assertLawful(operation, options);
    const wire: WireRequest = {
      method: operation.method,
      url: this.urlOf(operation, options),
      headers: this.#headers(operation, options),
      body: bodyOf(operation, options),
    };
    return this.#send(wire, { ...options, operation: id });
  }

  /** Sends a request that no operation describes: unknown paths, documents outside the base path. */
  async raw(options: RawCall): Promise<Answer> {
    const url = /^https?:/.test(options.target) ? options.target : `${this.#connection.baseUrl}${options.target}`;
    const body = options.rawBody ?? null;
    const headers = this.#commonHeaders(options, options.as ?? null);
    if (body !== null) headers["content-type"] = options.contentType ?? JSON_API;
    return this.#send({ method: options.method, url, headers, body }, options);
  }

  /** @throws Unmet when the node limits the rate for longer than the suite waits: nothing can be told from that. */
  async #send(
    wire: WireRequest,
    options: Pick<CallOptions, "deliberate" | "takeRateLimit"> & { operation?: OperationId },
  ): Promise<Answer> {
    const exchange = await this.#connection.send(wire, {
      sender: this.#sender,
      operation: options.operation ?? null,
      deliberate: options.deliberate ?? false,
      takeRateLimit: options.takeRateLimit ?? false,
    });
    const answer = new Answer(exchange);
    if (answer.status === 429 && options.takeRateLimit !== true) {
      throw new Unmet(`the node limits the rate; its Retry-After is ${answer.header("retry-after") ?? "absent"}`);
    }
    return answer;
  }

  /** Address of an operation with its path and query parameters filled in. */
  urlOf(operation: OperationEntry, options: CallOptions): string {
    const path = operation.path.replace(/[:{]([a-z_]+)\}?/g, (_match, name: string) => {
      const value = options.path?.[name];
      if (value === undefined) throw new Error(`${operation.id} needs the path parameter ${name}`);
      return encodeURIComponent(value);
    });
    const root = operation.basePath === "" ? this.#connection.hostUrl : this.#connection.baseUrl;
    const url = new URL(path === "/" ? root : `${root}${path}`);
    for (const [name, value] of Object.entries(options.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return url.href;
  }

  #assertLawful(operation: OperationEntry, options: CallOptions): void {
    const name = `operations/${operation.id}.input`;
    if (options.rawBody !== undefined || !this.#validator.has(name)) return;
    const flat = dropUndefined({ ...options.path, ...options.query, ...options.attributes });
    const findings = this.#validator.findings(name, flat);
    if (findings.length > 0) throw new Error(`the suite's own ${operation.id} is unlawful: ${findings.join("; ")}`);
  }

  #headers(operation: OperationEntry, options: CallOptions): Record<string, string> {
    const isPublic = ["resolver", "discovery", "infrastructure"].includes(operation.tier);
    const headers = this.#commonHeaders(
      options,
      options.as === undefined && !isPublic ? "organization" : (options.as ?? null),
    );
    if (options.rawBody !== undefined || operation.commandType !== null) {
      headers["content-type"] = options.contentType ?? JSON_API;
    }
    return headers;
  }

  #commonHeaders(options: Omit<CallOptions, "path">, as: CredentialKind | Credential | null): Record<string, string> {
    const headers: Record<string, string> = { accept: JSON_API };
    const version = options.version === undefined ? PROTOCOL_VERSION : options.version;
    if (version !== null) headers["x-servicialo-version"] = version;
    if (as !== null) {
      const credential = typeof as === "string" ? this.credential(as) : as;
      headers.authorization = `${credential.scheme ?? "Bearer"} ${credential.token}`;
    }
    if (options.idempotencyKey !== undefined) headers["idempotency-key"] = options.idempotencyKey;
    return { ...headers, ...options.headers };
  }
}

function bodyOf(operation: OperationEntry, options: CallOptions): string | null {
  if (options.rawBody !== undefined) return options.rawBody;
  if (operation.commandType === null) return null;
  const type = options.type ?? operation.commandType;
  return JSON.stringify({ data: { type, attributes: dropUndefined(options.attributes ?? {}) } });
}

function dropUndefined(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

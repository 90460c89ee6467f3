// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

import type { OperationInputs } from "./handlers.ts";
import { type OperationId, operations, protocolVersion } from "./operations.ts";
import type * as types from "./types.ts";

/** The node refused: the error document of the protocol. */
export interface Refusal {
  readonly refused: true;
  readonly status: number;
  readonly errors: types.ErrorDocument["errors"];
  readonly headers: Headers;
}

/** A documented answer, or a refusal. */
export type Answer<Id extends OperationId> = OperationAnswers[Id] | Refusal;

/** A documented answer. Where an operation has several, `status` tells them apart. */
export interface Documented<Status extends number, Body> {
  readonly refused: false;
  readonly status: Status;
  readonly body: Body;
  readonly headers: Headers;
}

/** Errors that are particular to an operation; any may answer the common ones besides. */
export type ParticularError<Id extends OperationId> = (typeof operations)[Id]["errors"][number];

export interface ClientOptions {
  /** Address of the node, without the base path. */
  readonly url: string;
  /** Bearer token; null or absent calls public operations only. */
  readonly token?: string | null;
  /** Stands in for the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

export interface CallOptions {
  /** Key under which a POST may be repeated without harm; absent: a new one for every call. */
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** The input may be left out where nothing in it is required. */
export type CallArguments<Id extends OperationId> = Record<never, never> extends OperationInputs[Id]
  ? [input?: OperationInputs[Id], options?: CallOptions]
  : [input: OperationInputs[Id], options?: CallOptions];

/** What came back is no answer of the protocol: not JSON, or a failure without an error document. */
export class UnreadableAnswer extends Error {
  override readonly name = "UnreadableAnswer";
  readonly status: number;

  constructor(operation: OperationId, status: number) {
    super(`The answer to ${operation} has status ${status} and is no answer of the protocol.`);
    this.status = status;
  }
}

interface OperationFacts {
  readonly method: string;
  readonly url: string;
  readonly commandType: string | null;
  readonly answer: string;
  readonly statuses: readonly number[];
  readonly pathParameters: readonly string[];
  readonly queryParameters: readonly string[];
  readonly attributes: readonly string[];
}

/** Calls the operations of a node over HTTP, by their ids. */
export class ServicialoClient {
  readonly #url: string;
  readonly #token: string | null;
  readonly #fetch: (request: Request) => Promise<Response>;

  constructor({ url, token = null, fetch = (request) => globalThis.fetch(request) }: ClientOptions) {
    this.#url = url.replace(/\/+$/, "");
    this.#token = token;
    this.#fetch = fetch;
  }

  /**
   * Calls an operation with its input as one flat object.
   * @throws {UnreadableAnswer} when no answer of the protocol comes back
   */
  async call<Id extends OperationId>(id: Id, ...[input, options]: CallArguments<Id>): Promise<Answer<Id>> {
    const response = await this.#fetch(this.#request(operations[id], { ...input }, options ?? {}));
    const body = parsed(await response.text());
    const { status, headers } = response;
    const documented: readonly number[] = operations[id].statuses;
    const errors = errorsIn(body);
    if (errors && status >= 400) return { refused: true, status, errors, headers };
    if (body === undefined || !documented.includes(status)) throw new UnreadableAnswer(id, status);
    return { refused: false, status, body, headers } as unknown as OperationAnswers[Id];
  }

  #request(operation: OperationFacts, input: Record<string, unknown>, options: CallOptions): Request {
    const rest = { ...input };
    const take = (name: string): unknown => {
      const value = rest[name];
      delete rest[name];
      return value;
    };
    const path = operation.pathParameters.reduce(
      (url, name) => url.replace(`{${name}}`, encodeURIComponent(String(take(name)))),
      operation.url,
    );
    const url = new URL(`${this.#url}${path}`);
    for (const name of operation.queryParameters) {
      const value = take(name);
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const body = bodyOf(operation, rest);
    return new Request(url, {
      method: operation.method,
      headers: this.#headers(operation, body !== undefined, options),
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(options.signal && { signal: options.signal }),
    });
  }

  #headers(operation: OperationFacts, hasBody: boolean, options: CallOptions): Record<string, string> {
    const bodyType = operation.commandType === null ? "application/json" : "application/vnd.api+json";
    return {
      accept: operation.answer === "document" ? "application/json" : "application/vnd.api+json",
      "x-servicialo-version": protocolVersion,
      ...(this.#token !== null && { authorization: `Bearer ${this.#token}` }),
      ...(hasBody && { "content-type": bodyType }),
      ...(operation.method === "POST" && { "idempotency-key": options.idempotencyKey ?? crypto.randomUUID() }),
      ...options.headers,
    };
  }
}

/** A command in its envelope, or the bare attributes where there is none. */
function bodyOf({ commandType, attributes }: OperationFacts, rest: Record<string, unknown>): unknown {
  if (commandType !== null) return { data: { type: commandType, attributes: rest } };
  return attributes.length > 0 ? rest : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function errorsIn(body: unknown): types.ErrorDocument["errors"] | undefined {
  const errors = typeof body === "object" && body !== null && "errors" in body ? body.errors : undefined;
  return Array.isArray(errors) ? errors : undefined;
}

/** What every operation answers when it does not refuse. */
export interface OperationAnswers {
  /** The A2A card of one organization. */
  "a2a.get_agent_card": Documented<200, types.A2aCard>;
  /** Audit entries of one principal across mandates, newest first. */
  "audit.list": Documented<200, {
    /** The resources of this page. */
    data: ({
      /** Type of the resource. */
      type: "audit_entries";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.AuditEntry;
    })[];
    /** Which page, of how much. */
    meta: {
      /** Items on all pages together. */
      total: number;
      /** Number of this page, from 1. */
      page: number;
      /** Items per page. */
      per_page: number;
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
    /** Where the other pages are. */
    links: types.PageLinks;
  }>;
  /** What this node can do. */
  "capabilities.get": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "server";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Capabilities;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Finds a client and answers 200 without changing anything, or creates one and answers 201. */
  "clients.get_or_create": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "clients";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Client;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }> | Documented<201, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "clients";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Client;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Agrees. The agent may then repeat its call once, with the same input. */
  "confirmations.approve": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "confirmation_requests";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.ConfirmationRequest;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** One question, for the party that has to answer it. */
  "confirmations.get": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "confirmation_requests";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.ConfirmationRequest;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Questions that the caller has to answer. */
  "confirmations.list": Documented<200, {
    /** The resources of this page. */
    data: ({
      /** Type of the resource. */
      type: "confirmation_requests";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.ConfirmationRequest;
    })[];
    /** Which page, of how much. */
    meta: {
      /** Items on all pages together. */
      total: number;
      /** Number of this page, from 1. */
      page: number;
      /** Items per page. */
      per_page: number;
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
    /** Where the other pages are. */
    links: types.PageLinks;
  }>;
  /** Refuses. The call stays unexecuted. */
  "confirmations.reject": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "confirmation_requests";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.ConfirmationRequest;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** The rules of a service before anyone acts on it. The id of a session answers the contract it was booked under. */
  "contract.get": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "contracts";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Contract;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Begins the delivery: `confirmed → in_progress`. */
  "delivery.checkin": Documented<200, {
    /** The resource after the command. */
    data: {
      /** Type of the resource. */
      type: "sessions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Session;
    };
    /** What happened. */
    meta: {
      /** The last state change that the command recorded. */
      transition: types.TransitionSummary;
      /** All of them, when the command recorded several. */
      transitions?: types.TransitionSummary[];
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Ends the delivery: `in_progress → delivered`. Only for the provider of the session; never for an agent. */
  "delivery.checkout": Documented<200, {
    /** The resource after the command. */
    data: {
      /** Type of the resource. */
      type: "sessions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Session;
    };
    /** What happened. */
    meta: {
      /** The last state change that the command recorded. */
      transition: types.TransitionSummary;
      /** All of them, when the command recorded several. */
      transitions?: types.TransitionSummary[];
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Records one item that shows the delivery. From `in_progress` until `verified`; the caller's command moves no state. */
  "delivery.record_evidence": Documented<201, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "sessions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Session;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
      /** Restricted evidence now lies with the node, with the duties that follow. */
      warning?: "RESTRICTED_EVIDENCE_STORED";
    };
  }>;
  /** The A2A card of one organization, where A2A clients look for it: beside the level 2 card (channels 4.1). */
  "discovery.get_a2a_card": Documented<200, types.A2aCard>;
  /** Discovery level 2: the card of one organization. */
  "discovery.get_agent_card": Documented<200, types.AgentCard>;
  /** Where MCP clients find this node. */
  "discovery.get_mcp_pointer": Documented<200, types.McpPointer>;
  /** The A2A card of the only organization of this host, where A2A clients look for it (channels 4.1). */
  "discovery.get_root_a2a_card": Documented<200, types.A2aCard>;
  /** The card of the only organization of this host (E-07). */
  "discovery.get_root_agent_card": Documented<200, types.AgentCard>;
  /** Discovery level 1: the discoverable organizations of this host. */
  "discovery.list_agents": Documented<200, types.AgentList>;
  /** The way into this node, as data. */
  "docs.quickstart": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "quickstarts";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Quickstart;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Writes the record of the delivery: `delivered` or `partial → documented`. */
  "documentation.create": Documented<201, {
    /** The resource after the command. */
    data: {
      /** Type of the resource. */
      type: "sessions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Session;
    };
    /** What happened. */
    meta: {
      /** The last state change that the command recorded. */
      transition: types.TransitionSummary;
      /** All of them, when the command recorded several. */
      transitions?: types.TransitionSummary[];
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** The process runs. */
  "health.live": Documented<200, types.Health>;
  /** The node takes requests; 503 with the checks that fail when it does not. */
  "health.ready": Documented<200, types.Health> | Documented<503, types.Health>;
  /** Where a session stands, where it can go, and its whole history. */
  "lifecycle.get_state": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "lifecycle_states";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.LifecycleStates;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
      /** What the evidence rule of the vertical finds now, on nodes that report it. It decides in a dispute only. */
      evaluation?: types.EvidenceEvaluation;
    };
  }>;
  /**
   * Moves a session by exactly one allowed state. Evidence that comes along is recorded first, in the same step. All
   * exception flows are expressed by it: no-show, reassignment, dispute and its decision, partial delivery, cancellation.
   */
  "lifecycle.transition": Documented<200, {
    /** The resource after the command. */
    data: {
      /** Type of the resource. */
      type: "sessions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Session;
    };
    /** What happened. */
    meta: {
      /** The last state change that the command recorded. */
      transition: types.TransitionSummary;
      /** All of them, when the command recorded several. */
      transitions?: types.TransitionSummary[];
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
      /** How the cancellation policy was applied; towards `cancelled`. */
      policy?: types.AppliedCancellationPolicy;
    };
  }>;
  /** Audit entries of one mandate, newest first; `meta.head` lets anybody check the chain. */
  "mandates.audit": Documented<200, {
    /** The resources of this page. */
    data: ({
      /** Type of the resource. */
      type: "audit_entries";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.AuditEntry;
    })[];
    /** Which page, of how much. */
    meta: {
      /** Items on all pages together. */
      total: number;
      /** Number of this page, from 1. */
      page: number;
      /** Items per page. */
      per_page: number;
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
      /** Newest end of the chain, on nodes that chain their entries. */
      head?: types.AuditHead;
    };
    /** Where the other pages are. */
    links: types.PageLinks;
  }>;
  /** One mandate, for its principal or its agent. */
  "mandates.get": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "mandates";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Mandate;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Hands authority to an agent. Warns, and still issues, when it grants or lasts more than it should. */
  "mandates.issue": Documented<201, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "mandates";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Mandate;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** The caller's own mandates, as principal or as agent. */
  "mandates.list": Documented<200, {
    /** The resources of this page. */
    data: ({
      /** Type of the resource. */
      type: "mandates";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Mandate;
    })[];
    /** Which page, of how much. */
    meta: {
      /** Items on all pages together. */
      total: number;
      /** Number of this page, from 1. */
      page: number;
      /** Items per page. */
      per_page: number;
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
    /** Where the other pages are. */
    links: types.PageLinks;
  }>;
  /** Puts a suspended mandate in force again, until the end it had. */
  "mandates.reactivate": Documented<200, {
    /** The resource after the command. */
    data: {
      /** Type of the resource. */
      type: "mandates";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Mandate;
    };
    /** What happened. */
    meta: {
      /** The last state change that the command recorded. */
      transition: types.TransitionSummary;
      /** All of them, when the command recorded several. */
      transitions?: types.TransitionSummary[];
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Takes a mandate back at once and for good. What was completed stands. */
  "mandates.revoke": Documented<200, {
    /** The resource after the command. */
    data: {
      /** Type of the resource. */
      type: "mandates";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Mandate;
    };
    /** What happened. */
    meta: {
      /** The last state change that the command recorded. */
      transition: types.TransitionSummary;
      /** All of them, when the command recorded several. */
      transitions?: types.TransitionSummary[];
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Blocks an active mandate until it is reactivated. The only thing `mandate:admin` allows. */
  "mandates.suspend": Documented<200, {
    /** The resource after the command. */
    data: {
      /** Type of the resource. */
      type: "mandates";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Mandate;
    };
    /** What happened. */
    meta: {
      /** The last state change that the command recorded. */
      transition: types.TransitionSummary;
      /** All of them, when the command recorded several. */
      transitions?: types.TransitionSummary[];
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Charges the session named, or the oldest documented ones, and moves each from documented to charged. */
  "payments.create_sale": Documented<201, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "sales";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Sale;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** What is charged, paid and due, of one sale or of a client's account. Exactly one of both has to be named. */
  "payments.get_status": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "payment_status";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.PaymentStatus;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Records money received for a sale. When its total is reached, sale and sessions are paid; no lifecycle moves. */
  "payments.record_payment": Documented<201, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "payments";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Payment;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Cancels a booking that is pending, scheduled or confirmed. */
  "public_bookings.cancel": Documented<200, {
    /** The resource after the command. */
    data: {
      /** Type of the resource. */
      type: "public_bookings";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.PublicBooking;
    };
    /** What happened. */
    meta: {
      /** The last state change that the command recorded. */
      transition: types.TransitionSummary;
      /** All of them, when the command recorded several. */
      transitions?: types.TransitionSummary[];
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
      /** How the policy of the contract was applied. */
      policy: types.AppliedCancellationPolicy;
    };
  }>;
  /** Confirms a booking with its confirmation token, which is used up. */
  "public_bookings.confirm": Documented<200, {
    /** The resource after the command. */
    data: {
      /** Type of the resource. */
      type: "public_bookings";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.PublicBooking;
    };
    /** What happened. */
    meta: {
      /** The last state change that the command recorded. */
      transition: types.TransitionSummary;
      /** All of them, when the command recorded several. */
      transitions?: types.TransitionSummary[];
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Books without a credential. The slot is held until the booking is confirmed or its confirmation token expires. */
  "public_bookings.create": Documented<201, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "public_bookings";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.CreatedPublicBooking;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** What the holder of a booking token may see. */
  "public_bookings.get": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "public_bookings";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.PublicBooking;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Moves a booking that is scheduled or confirmed; one that is still pending is replaced by a new one (P-11). */
  "public_bookings.reschedule": Documented<200, {
    /** The resource after the command. */
    data: {
      /** Type of the resource. */
      type: "public_bookings";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.MovedPublicBooking;
    };
    /** What happened. */
    meta: {
      /** The last state change that the command recorded. */
      transition: types.TransitionSummary;
      /** All of them, when the command recorded several. */
      transitions?: types.TransitionSummary[];
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Public profile of an organization, with its offers, providers and booking rules. Its resource id is the slug. */
  "registry.get_organization": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "organizations";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Organization;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Who this server is. */
  "registry.manifest": Documented<200, types.Manifest>;
  /** Finds discoverable organizations of a vertical, by trust score, then name. */
  "registry.search": Documented<200, {
    /** The resources of this page. */
    data: ({
      /** Type of the resource. */
      type: "organizations";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.OrganizationSummary;
    })[];
    /** Which page, of how much. */
    meta: {
      /** Items on all pages together. */
      total: number;
      /** Number of this page, from 1. */
      page: number;
      /** Items per page. */
      per_page: number;
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
    /** Where the other pages are. */
    links: types.PageLinks;
  }>;
  /** Where the organization of a slug is reached. */
  "resolve.lookup": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "resolutions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.ResolutionRecord;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Registers an organization that can be booked. It begins with a score of 10. */
  "resolve.register": Documented<201, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "resolutions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.ResolutionRecord;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Registered organizations of a country, by trust score. */
  "resolve.search": Documented<200, {
    /** The resources of this page. */
    data: ({
      /** Type of the resource. */
      type: "resolutions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.ResolutionSummary;
    })[];
    /** Which page, of how much. */
    meta: {
      /** Items on all pages together. */
      total: number;
      /** Number of this page, from 1. */
      page: number;
      /** Items per page. */
      per_page: number;
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
    /** Where the other pages are. */
    links: types.PageLinks;
  }>;
  /** Points a registered organization to new endpoints; its slug, identity and trust stay. */
  "resolve.update_endpoint": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "resolutions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.ResolutionRecord;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Adds a resource, in use at once. Two blocks with the same day and order are a conflict. */
  "resource.create": Documented<201, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "resources";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Resource;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Takes a resource out of use; it stays readable. Sessions to come on it begin the flow of a lost resource. Repeatable. */
  "resource.delete": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "resources";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Resource;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** One resource with its week. */
  "resource.get": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "resources";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Resource;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Free capacity of a resource, whatever the service. */
  "resource.get_availability": Documented<200, {
    /** The resources of this page. */
    data: ({
      /** Type of the resource. */
      type: "availability_slots";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.AvailabilitySlot;
    })[];
    /** Which page, of how much. */
    meta: {
      /** Items on all pages together. */
      total: number;
      /** Number of this page, from 1. */
      page: number;
      /** Items per page. */
      per_page: number;
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
    /** Where the other pages are. */
    links: types.PageLinks;
  }>;
  /** Resources of an organization. */
  "resource.list": Documented<200, {
    /** The resources of this page. */
    data: ({
      /** Type of the resource. */
      type: "resources";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Resource;
    })[];
    /** Which page, of how much. */
    meta: {
      /** Items on all pages together. */
      total: number;
      /** Number of this page, from 1. */
      page: number;
      /** Items per page. */
      per_page: number;
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
    /** Where the other pages are. */
    links: types.PageLinks;
  }>;
  /** Changes a resource. What is not given stays as it was. */
  "resource.update": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "resources";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Resource;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** The node's time. Only on nodes that declare a sandbox clock (D-30). */
  "sandbox.get_clock": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "sandbox_clocks";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.SandboxClock;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Moves the node's time forward and answers once everything that fell due is done: deadlines, expiries, webhook retries. */
  "sandbox.set_clock": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "sandbox_clocks";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.MovedSandboxClock;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /**
   * Books a session. It starts in `requested`, holds provider, client and resource, and keeps the contract as it stands
   * now; with confirmation policy `auto` it goes on to `confirmed` in the same call.
   */
  "scheduling.book": Documented<201, {
    /** The resource after the command. */
    data: {
      /** Type of the resource. */
      type: "sessions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Session;
    };
    /** What happened. */
    meta?: {
      /** The last state change that the command recorded, if any. */
      transition?: types.TransitionSummary;
      /** All of them, when the command recorded several. */
      transitions?: types.TransitionSummary[];
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Calls off a session that has not begun, and applies the cancellation policy of its contract. */
  "scheduling.cancel": Documented<200, {
    /** The resource after the command. */
    data: {
      /** Type of the resource. */
      type: "sessions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Session;
    };
    /** What happened. */
    meta: {
      /** The last state change that the command recorded. */
      transition: types.TransitionSummary;
      /** All of them, when the command recorded several. */
      transitions?: types.TransitionSummary[];
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
      /** How the policy of the contract was applied. */
      policy: types.AppliedCancellationPolicy;
    };
  }>;
  /**
   * Finds free slots, earliest first: the provider's free time, the resource's, or what both have in common. With a
   * credential the client's own sessions are left out too. Shows nothing about clients.
   */
  "scheduling.check_availability": Documented<200, {
    /** The resources of this page. */
    data: ({
      /** Type of the resource. */
      type: "availability_slots";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.AvailabilitySlot;
    })[];
    /** Which page, of how much. */
    meta: {
      /** Items on all pages together. */
      total: number;
      /** Number of this page, from 1. */
      page: number;
      /** Items per page. */
      per_page: number;
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
      /** Whose calendars were looked at. */
      mode: types.SchedulingMode;
      /** How they get along. */
      conflict_resolution: types.ConflictResolution;
    };
    /** Where the other pages are. */
    links: types.PageLinks;
  }>;
  /**
   * Acknowledges an appointment. A `requested` session is scheduled first, with a record of its own (D-06); one in
   * `pending_confirmation` becomes `scheduled`. Where both parties have to confirm, the first is stored and the state waits.
   */
  "scheduling.confirm": Documented<200, {
    /** The resource after the command. */
    data: {
      /** Type of the resource. */
      type: "sessions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Session;
    };
    /** What happened. */
    meta?: {
      /** The last state change that the command recorded, if any. */
      transition?: types.TransitionSummary;
      /** All of them, when the command recorded several. */
      transitions?: types.TransitionSummary[];
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
      /** Whose acknowledgement is still awaited; absent when the session moved. */
      confirmations_missing?: types.ConfirmingParty[];
    };
  }>;
  /**
   * Moves a session to another time, with the same id and provider. The old interval is freed only when the new one is
   * taken; a session that was confirmed has to be confirmed again.
   */
  "scheduling.reschedule": Documented<200, {
    /** The resource after the command. */
    data: {
      /** Type of the resource. */
      type: "sessions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Session;
    };
    /** What happened. */
    meta: {
      /** The last state change that the command recorded. */
      transition: types.TransitionSummary;
      /** All of them, when the command recorded several. */
      transitions?: types.TransitionSummary[];
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /**
   * Reads an offer, or one delivery. The id of an offer answers `service_offers`, that of a session `services`, which
   * only its parties and its organization may read.
   */
  "service.get": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "service_offers" | "services";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.OfferOrService;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Accepts a proposed order: `proposed → active`. For its client or payer; never for an agent of the organization. */
  "service_orders.activate": Documented<200, {
    /** The resource after the command. */
    data: {
      /** Type of the resource. */
      type: "service_orders";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.ServiceOrder;
    };
    /** What happened. */
    meta: {
      /** The last state change that the command recorded. */
      transition: types.TransitionSummary;
      /** All of them, when the command recorded several. */
      transitions?: types.TransitionSummary[];
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Begins an order as a draft, whatever lifecycle or ledger is sent along. An agent needs a mandate of the organization. */
  "service_orders.create": Documented<201, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "service_orders";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.ServiceOrder;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** One order, with its ledger. */
  "service_orders.get": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "service_orders";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.ServiceOrder;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** What an order has come to, computed at the moment of reading. Its resource id is that of the order. */
  "service_orders.get_ledger": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "ledgers";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.Ledger;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Orders that the caller may see. */
  "service_orders.list": Documented<200, {
    /** The resources of this page. */
    data: ({
      /** Type of the resource. */
      type: "service_orders";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.ServiceOrder;
    })[];
    /** Which page, of how much. */
    meta: {
      /** Items on all pages together. */
      total: number;
      /** Number of this page, from 1. */
      page: number;
      /** Items per page. */
      per_page: number;
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
    /** Where the other pages are. */
    links: types.PageLinks;
  }>;
  /** Offers a draft to its client: `draft → proposed`. */
  "service_orders.propose": Documented<200, {
    /** The resource after the command. */
    data: {
      /** Type of the resource. */
      type: "service_orders";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.ServiceOrder;
    };
    /** What happened. */
    meta: {
      /** The last state change that the command recorded. */
      transition: types.TransitionSummary;
      /** All of them, when the command recorded several. */
      transitions?: types.TransitionSummary[];
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Moves an order, save for its activation: negotiates, pauses, resumes, completes or cancels it. */
  "service_orders.transition": Documented<200, {
    /** The resource after the command. */
    data: {
      /** Type of the resource. */
      type: "service_orders";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.ServiceOrder;
    };
    /** What happened. */
    meta: {
      /** The last state change that the command recorded. */
      transition: types.TransitionSummary;
      /** All of them, when the command recorded several. */
      transitions?: types.TransitionSummary[];
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Changes the terms of an order in `draft` or `negotiating`. */
  "service_orders.update": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "service_orders";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.ServiceOrder;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Public catalogue of an organization: its active, public offers. */
  "services.list": Documented<200, {
    /** The resources of this page. */
    data: ({
      /** Type of the resource. */
      type: "service_offers";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.ServiceOffer;
    })[];
    /** Which page, of how much. */
    meta: {
      /** Items on all pages together. */
      total: number;
      /** Number of this page, from 1. */
      page: number;
      /** Items per page. */
      per_page: number;
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
    /** Where the other pages are. */
    links: types.PageLinks;
  }>;
  /** Shows that the node lives. Silent for 7 days, an organization counts as inactive. A body with `heartbeat: true` is this operation. */
  "telemetry.heartbeat": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "resolutions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.ResolutionRecord;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** How far an organization is trusted. */
  "trust.get_score": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "trust_scores";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.TrustReport;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Subscribes to events. The answer shows the secret, once. The same address and events again are a conflict. */
  "webhooks.create_subscription": Documented<201, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "webhook_subscriptions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.WebhookSubscriptionWithSecret;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Turns a subscription off for good. Repeatable. */
  "webhooks.delete_subscription": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "webhook_subscriptions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.WebhookSubscription;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** How one delivery went. */
  "webhooks.get_delivery": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "webhook_deliveries";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.WebhookDelivery;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Subscriptions of the organization, without their secrets. */
  "webhooks.list_subscriptions": Documented<200, {
    /** The resources of this page. */
    data: ({
      /** Type of the resource. */
      type: "webhook_subscriptions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.WebhookSubscription;
    })[];
    /** Which page, of how much. */
    meta: {
      /** Items on all pages together. */
      total: number;
      /** Number of this page, from 1. */
      page: number;
      /** Items per page. */
      per_page: number;
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
    /** Where the other pages are. */
    links: types.PageLinks;
  }>;
  /** Turns a subscription on again and forgets its failures. */
  "webhooks.reactivate_subscription": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "webhook_subscriptions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.WebhookSubscription;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Gives a subscription a new secret and shows it, once. At most one a minute. */
  "webhooks.rotate_secret": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "webhook_subscriptions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.WebhookSubscriptionWithSecret;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Sends a test event at once and answers how the delivery went. */
  "webhooks.test_subscription": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "webhook_deliveries";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.WebhookDelivery;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
  /** Replaces the events of a subscription. */
  "webhooks.update_subscription": Documented<200, {
    /** The resource. */
    data: {
      /** Type of the resource. */
      type: "webhook_subscriptions";
      /** Its id. */
      id: types.Id;
      /** The resource itself. */
      attributes: types.WebhookSubscription;
    };
    /** About the answer. */
    meta?: {
      /** What the caller should know although the request was fulfilled. */
      warnings?: string[];
    };
  }>;
}

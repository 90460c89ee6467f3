import type { ErrorCode } from "@servicialo/schema/0.8/errors";

/** What a mend may speak of. */
export interface MendFacts {
  /** Dotted name of the operation. */
  readonly operation: string;
  /** `detail` of the error. */
  readonly detail: string | undefined;
  /** `meta` of the error. */
  readonly meta: Readonly<Record<string, unknown>>;
  /** Mandate that the call named. */
  readonly mandateId: string | undefined;
  /** Places in the input that are at fault. */
  readonly pointers: readonly string[];
  /** Address of the node, where people decide over HTTP. */
  readonly nodeUrl: string;
}

type Mend = (facts: MendFacts) => string;

const ASK_ANEW =
  "This confirmation cannot be used. Repeat the call without confirmation_id and with exactly the arguments you mean: the node then asks the human anew.";

/** What to do about a confirmation that cannot be used, by its status. */
const UNUSABLE: Readonly<Record<string, string>> = {
  pending:
    "The human has not decided yet. Wait, and repeat the call with the same confirmation_id once it is approved.",
  rejected: "The human declined. Leave it, tell whom you act for, and do not ask again unless they want you to.",
  consumed: "This was done already under this confirmation. Read the present state before you do anything else.",
};

/** What to do about each error: one or two sentences that a model can act on. A code that is missing here does not compile. */
const MENDS: Readonly<Record<ErrorCode, Mend>> = {
  MALFORMED_REQUEST: () =>
    "Send the arguments as one JSON object, and as idempotency key 1 to 255 visible ASCII characters.",
  UNAUTHORIZED: () =>
    "The credential is missing, unknown or revoked. Ask whoever configured this server for a valid key; repeating the call does not help. Public tools work without one.",
  PAYMENT_REQUIRED: ({ meta }) =>
    `This offer is paid before it is booked. Give the payer the address in meta.checkout${urlIn(meta["checkout"])} and, once it is settled, book again with payment_intent_id.`,
  AGENT_MISMATCH: ({ mandateId }) =>
    `${mandateOf(mandateId)} belongs to another agent. Use a mandate that names this agent; mandates_list shows yours.`,
  CONFIRMATION_INVALID: ({ meta }) => UNUSABLE[String(meta["status"])] ?? ASK_ANEW,
  CONFIRMATION_REQUIRED: ({ meta, nodeUrl }) =>
    `Nothing was done: a human decides first. Ask ${approverIn(meta)} to decide at ${nodeUrl}/servicialo/v1/confirmation-requests/${meta["confirmation_id"] ?? "{confirmation_id}"} (POST …/approve or …/reject, with a credential of their own) before ${meta["expires_at"] ?? "it expires"}; then repeat exactly this call with actor.confirmation_id "${meta["confirmation_id"] ?? ""}". You cannot approve it yourself.`,
  CONFLICT_OF_INTEREST: () =>
    "This agent already acts for the other side of this interaction. Do not try another mandate: tell the human that a different agent has to do it.",
  CONSTRAINT_VIOLATED: ({ meta }) =>
    `The mandate forbids this now${nameIn(meta["constraint"])}. ${typeof meta["retry_at"] === "string" ? `It is allowed again from ${meta["retry_at"]}; wait until then, or ask` : "Ask"} the principal for a mandate that allows it.`,
  CONTEXT_MISMATCH: ({ mandateId }) =>
    `Something named here lies outside of what ${mandateOf(mandateId, "the mandate")} covers. Act on things of its context and principal only (mandates_get shows both), or ask the principal for another mandate.`,
  FORBIDDEN: ({ operation }) =>
    operation === "delivery.checkout"
      ? "Only the provider of the session marks it delivered, with a credential of their own; an agent never does. Ask the provider."
      : "This party may not do this, and repeating it does not help. Check that actor.type and actor.id name the party that the credential belongs to; otherwise leave it to somebody who may.",
  MANDATE_EXPIRED: ({ mandateId }) =>
    `${mandateOf(mandateId)} is expired or revoked. Stop, keep what was reached, and tell the human; only the principal can issue a new one.`,
  MANDATE_NOT_YET_VALID: ({ mandateId }) =>
    `${mandateOf(mandateId)} has not begun. Wait until its issued_at, then repeat.`,
  MANDATE_REQUIRED: () =>
    'An agent names its mandate: send actor { type: "agent", id, mandate_id } with the id of a mandate that was issued to this agent. Ask the principal for it; you cannot issue one.',
  MANDATE_SUSPENDED: ({ mandateId }) =>
    `${mandateOf(mandateId)} is suspended. Stop and tell the human; an administrator or the principal can reactivate it.`,
  SCOPE_INSUFFICIENT: ({ meta, operation, mandateId }) =>
    `${scopesIn(meta, operation)} missing from ${mandateOf(mandateId, "the mandate")}. Ask its principal to issue one that grants it; leave this step out until then.`,
  NOT_FOUND: () =>
    "Nothing with this id is visible to you. Look it up first (services_list, lifecycle_get_state, or the answer that gave you the id) and use the id exactly as it was given.",
  METHOD_NOT_ALLOWED: () => "The node does not take this call. Its version may differ; read its capabilities.",
  NOT_ACCEPTABLE: () => "The node does not answer in JSON here. Tell whoever runs this server.",
  UNSUPPORTED_VERSION: ({ meta }) =>
    `Leave out _meta["servicialo/version"], or name a version that the node speaks${listIn(meta["supported"])}.`,
  CONFLICT: ({ operation }) =>
    operation.startsWith("scheduling.")
      ? "The time is taken, or the thing stands differently by now. Read it again: scheduling_check_availability for another slot, lifecycle_get_state for the session."
      : "It stands differently by now. Read the current state before you decide what to do; do not repeat blindly.",
  IDEMPOTENCY_IN_PROGRESS: ({ meta }) =>
    `The first call with this key still runs. Wait${secondsIn(meta, "a moment")} and repeat with the same key and the same arguments.`,
  RESOURCE_UNAVAILABLE: () =>
    "The room or device is taken, full or out of use at this time. Choose another slot from scheduling_check_availability, or another resource from resource_list.",
  TRANSITION_CONFLICT: () =>
    "Somebody else moved it in the same moment. Read lifecycle_get_state and decide again; repeat if it still applies.",
  PAYLOAD_TOO_LARGE: () => "Send less: refer to large evidence by its address instead of its content.",
  UNSUPPORTED_MEDIA_TYPE: () => "Send the arguments as JSON.",
  CANCELLATION_OUTSIDE_POLICY: () =>
    "The client's time for cancelling is over. contract_get has the policy; ask the organization, which may still cancel.",
  CURRENCY_MISMATCH: () => "Use the currency that was agreed: read it from the session, sale or order first.",
  DISPUTE_WINDOW_CLOSED: () => "The time for disputes is over; contract_get has it. Ask the organization directly.",
  EVIDENCE_INVALID: ({ pointers }) =>
    `The evidence does not fit the rule of its kind${at(pointers)}. contract_get names the kinds; do not lower data_sensitivity.`,
  EVIDENCE_REQUIRED: ({ meta }) =>
    `Record the missing evidence first${listIn(meta["missing_evidence"])} with delivery_record_evidence, then repeat.`,
  IDEMPOTENCY_KEY_REUSED: () =>
    "This key was used for other arguments. Use a new key for a new call, and the same key only to repeat the same call.",
  INVALID_TRANSITION: ({ meta }) =>
    `That is not possible from the present state${listIn(meta["valid_targets"], "; possible now")}. Read lifecycle_get_state and take one step at a time.`,
  MISSING_AVAILABILITY_TARGET: () =>
    "Name service_id, provider_id or resource_id: availability is always that of somebody or something.",
  NOT_BOOKABLE: ({ meta }) =>
    `The organization cannot be booked yet${listIn(meta["missing"], "; missing")}. Let its administrator complete it, then register.`,
  SERVICE_ORDER_EXHAUSTED: () =>
    "The order has nothing left to book under. service_orders_get_ledger shows its limits; ask for a new order, or book without one.",
  VALIDATION_ERROR: ({ pointers }) =>
    `Correct the arguments${at(pointers)} as the tool's input schema says, and call again.`,
  RATE_LIMITED: ({ meta }) =>
    `Too many calls. Wait${secondsIn(meta, "a while")} before the next one, and ask less often.`,
  INTERNAL_ERROR: () =>
    "The node failed. Repeat once, with the same idempotency key if anything was to change; if it fails again, tell the human.",
  NOT_IMPLEMENTED: ({ operation }) => `This node does not offer ${operation}. Do without it.`,
  AUDIT_UNAVAILABLE: () =>
    "Nothing was done, since the node cannot record it now. Wait a little and repeat the same call.",
  UPSTREAM_UNAVAILABLE: ({ meta }) =>
    `The node cannot be reached now. Wait${secondsIn(meta, "a little")} and repeat; a call that changes something only with the same idempotency key, since the first may have arrived. If it lasts, tell the human.`,
};

/** What to do about an error. Codes of a node's own have no entry, and get a mend by their status. */
export function mendFor(code: string, status: number, facts: MendFacts): string {
  const mend = Object.hasOwn(MENDS, code) ? MENDS[code as ErrorCode] : undefined;
  return mend?.(facts) ?? closest(status, facts);
}

function closest(status: number, facts: MendFacts): string {
  if (status >= 500) return MENDS.INTERNAL_ERROR(facts);
  if (status === 429) return MENDS.RATE_LIMITED(facts);
  if (status === 422 || status === 400) return MENDS.VALIDATION_ERROR(facts);
  return `The node refused it for a reason of its own${facts.detail === undefined ? "" : `: ${facts.detail}`} Read its detail before you decide.`;
}

function mandateOf(mandateId: string | undefined, otherwise = "The mandate"): string {
  if (mandateId === undefined) return otherwise;
  return `${otherwise.startsWith("T") ? "Mandate" : "mandate"} ${mandateId}`;
}

function scopesIn(meta: MendFacts["meta"], operation: string): string {
  const scopes = Array.isArray(meta["scopes"]) ? meta["scopes"].map((scope) => `\`${scope}\``) : [];
  if (scopes.length === 0) return `The scope that ${operation} asks for is`;
  return `${scopes.length > 1 ? "One of the scopes" : "Scope"} ${scopes.join(", ")} is`;
}

function approverIn(meta: MendFacts["meta"]): string {
  const { type, id } = (meta["approver"] ?? {}) as { type?: string; id?: string };
  return type === undefined ? "the principal of the mandate" : `the ${type} ${id ?? ""}`.trim();
}

function nameIn(value: unknown): string {
  return typeof value === "string" ? ` (constraint \`${value}\`)` : "";
}

function urlIn(value: unknown): string {
  const url = typeof value === "string" ? value : (value as { url?: unknown } | undefined)?.url;
  return typeof url === "string" ? ` (${url})` : "";
}

function listIn(value: unknown, introduction = ""): string {
  if (!Array.isArray(value) || value.length === 0) return "";
  return `${introduction}: ${value.map((item) => (typeof item === "string" ? item : JSON.stringify(item))).join(", ")}`;
}

function secondsIn(meta: MendFacts["meta"], otherwise: string): string {
  return typeof meta["retry_after"] === "number" ? ` ${meta["retry_after"]} seconds` : ` ${otherwise}`;
}

function at(pointers: readonly string[]): string {
  return pointers.length > 0 ? ` at ${pointers.join(", ")}` : "";
}

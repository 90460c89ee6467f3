import { type ErrorCode, errors } from "@servicialo/schema/0.8/errors";
import type { Tx } from "./storage/open-database.ts";

export interface ErrorDetails {
  /** What happened this time, for people. Never another tenant's data, never a secret. */
  detail?: string;
  /** JSON Pointer to the attribute at fault, relative to the attributes: `/starts_at`. The door puts its prefix before it. */
  pointer?: string;
  /** Query parameter at fault. */
  parameter?: string;
  /** Judged in steps 1 to 7 of the errors page: an idempotency key does not keep such a refusal. */
  early?: boolean;
  meta?: Record<string, unknown>;
  /** What the public lane's record says beside the code, and never the answer: why, and which session it was about. */
  record?: { readonly outcome?: string; readonly sessionId?: string };
  /** What is stored although the request is refused, in a transaction of its own after the refused one. */
  keep?: (tx: Tx) => Promise<void>;
}

/** A refusal in the protocol's words. Status, title and retryability come from the generated catalogue (errors page). */
export class ProtocolError extends Error {
  override readonly name = "ProtocolError";
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.detail ?? errors[code].title);
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return errors[this.code].status;
  }
}

/** Several faults of one request, all of the same status. */
export class ProtocolErrors extends Error {
  override readonly name = "ProtocolErrors";
  readonly errors: readonly [ProtocolError, ...ProtocolError[]];

  constructor(first: ProtocolError, ...others: ProtocolError[]) {
    super(first.message);
    this.errors = [first, ...others];
  }
}

/** The entity is unknown or not this tenant's; both look the same to the caller (SVC-SEC-001). */
export function notFound(what: string, details: ErrorDetails = {}): ProtocolError {
  return new ProtocolError("NOT_FOUND", { detail: `There is no such ${what}.`, ...details });
}

/** A JSON Pointer to the member that these names lead to (RFC 6901). */
export function pointerTo(...names: readonly string[]): string {
  return names.map((name) => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** A value that the schema allows but the rules do not. */
export function invalid(pointer: string, detail: string, meta?: Record<string, unknown>): ProtocolError {
  return new ProtocolError("VALIDATION_ERROR", { pointer, detail, ...(meta && { meta }) });
}

/** What an error answer says besides its code and status. */
export interface FaultDetails {
  readonly detail?: string;
  /** Place below the attributes, e.g. `/starts_at`. */
  readonly pointer?: string;
  /** Query parameter or header. */
  readonly parameter?: string;
  readonly meta?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Status and title of the codes that this node answers. */
const CODES = {
  MALFORMED_REQUEST: [400, "Malformed request"],
  UNAUTHORIZED: [401, "Authentication required"],
  FORBIDDEN: [403, "Not allowed"],
  MANDATE_REQUIRED: [403, "Mandate required"],
  NOT_FOUND: [404, "Not found"],
  METHOD_NOT_ALLOWED: [405, "Method not allowed"],
  NOT_ACCEPTABLE: [406, "Not acceptable"],
  UNSUPPORTED_VERSION: [406, "Protocol version not supported"],
  CONFLICT: [409, "Conflict"],
  PAYLOAD_TOO_LARGE: [413, "Payload too large"],
  UNSUPPORTED_MEDIA_TYPE: [415, "Unsupported media type"],
  VALIDATION_ERROR: [422, "Invalid request"],
  INVALID_TRANSITION: [422, "Invalid state transition"],
  IDEMPOTENCY_KEY_REUSED: [422, "Idempotency key reused"],
  MISSING_AVAILABILITY_TARGET: [422, "Provider or resource needed"],
  CURRENCY_MISMATCH: [422, "Currency does not match"],
  DISPUTE_WINDOW_CLOSED: [422, "Dispute window closed"],
  RATE_LIMITED: [429, "Too many requests"],
  INTERNAL_ERROR: [500, "Internal error"],
  NOT_IMPLEMENTED: [501, "Not implemented"],
} as const;

export type Code = keyof typeof CODES;

/** A refusal on its way to the caller. */
export class Fault extends Error {
  readonly code: Code;
  readonly status: number;
  readonly title: string;
  readonly details: FaultDetails;

  constructor(code: Code, details: FaultDetails = {}) {
    super(details.detail ?? code);
    [this.status, this.title] = CODES[code];
    this.code = code;
    this.details = details;
  }
}

/** A member of the attributes that is not what it has to be. */
export function invalid(pointer: string, detail: string): Fault {
  return new Fault("VALIDATION_ERROR", { pointer, detail });
}

/** A query parameter that is not what it has to be. */
export function invalidParameter(parameter: string, detail: string): Fault {
  return new Fault("VALIDATION_ERROR", { parameter, detail });
}

import { ProtocolError } from "../../errors.ts";

const SERIALIZATION_FAILURE = "40001";
const DEADLOCK = "40P01";
const UNIQUE_VIOLATION = "23505";

/** Connection lost or refused (class 08), server stopping or starting (57P), out of connections, lock not given in time. */
const UNAVAILABLE =
  /^(08...|57P0[1-5]|53300|55P03|25P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|EHOSTUNREACH)$/;

/** What the driver says, without a code, about connections that broke or could not be made. */
const BROKEN =
  /Connection terminated|connection timeout|timeout expired|timeout exceeded when trying to connect|Client was closed|Client has encountered a connection error|not queryable/i;

/** What cannot be stored: a character that text may not hold (in text, in JSON), a number beyond the column's range. */
const UNSTORABLE = ["22021", "22P05", "22003"];

/** Seconds after which a caller may try again. */
const RETRY_AFTER = 1;

/**
 * Whether running the same transaction again can end differently: it was chosen to break a deadlock, or somebody stored
 * the same key first. The second run then finds that row; when it does not, the key is simply taken.
 */
export function lostRace(error: unknown, attempt: number): boolean {
  const code = codeOf(error);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK || (code === UNIQUE_VIOLATION && attempt <= 2);
}

/** The protocol's refusal for what PostgreSQL says; an error that only the node itself can have caused, as it is. */
export function toRefusal(error: unknown): unknown {
  const code = codeOf(error);
  if (code !== undefined && UNSTORABLE.includes(code)) {
    return new ProtocolError("VALIDATION_ERROR", {
      detail: "A value holds a NUL character, or a number that is too large.",
    });
  }
  const message = error instanceof Error ? error.message : "";
  const gone = (code !== undefined && UNAVAILABLE.test(code)) || BROKEN.test(message);
  // A deadlock or a race that was lost every time is worth another try, too, only later.
  if (!gone && code !== SERIALIZATION_FAILURE && code !== DEADLOCK) return error;
  const refusal = new ProtocolError("UPSTREAM_UNAVAILABLE", {
    detail: "The database cannot be reached. Try again.",
    meta: { retry_after: RETRY_AFTER },
  });
  refusal.cause = error;
  return refusal;
}

function codeOf(error: unknown): string | undefined {
  const { code, errors } = (error ?? {}) as { code?: unknown; errors?: readonly unknown[] };
  if (typeof code === "string") return code;
  // Several addresses of one host that all refused.
  return Array.isArray(errors) && errors.length > 0 ? codeOf(errors[0]) : undefined;
}

import type { ErrorCode } from "@servicialo/schema/0.8/errors";
import { ProtocolError } from "../../errors.ts";

/** What a check says: nothing, or the refusal. */
export type Verdict = ProtocolError | null;

/** Number of a check of the mandates page 4. */
export type CheckNumber = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** The refusal of a check; every one carries its number. */
export function refuse(
  check: CheckNumber,
  code: ErrorCode,
  detail: string,
  meta: Record<string, unknown> = {},
): ProtocolError {
  return new ProtocolError(code, { detail, meta: { check, ...meta } });
}

/** The number of the check that refused; null when it was none. */
export function checkOf(error: ProtocolError): CheckNumber | null {
  const check = error.details.meta?.["check"];
  return typeof check === "number" ? (check as CheckNumber) : null;
}

import { auditInputs, type ShownMembers } from "@servicialo/schema/0.8/audit-inputs";
import type { OperationId } from "@servicialo/schema/0.8/operations";
import type { JsonObject } from "../storage/json-shapes.ts";

/** What stands for everything that an audit entry may not show. */
export const REDACTED = "[REDACTED]";

/** Names that may stand for themselves; others could carry what was meant to be hidden. */
const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;

/**
 * An input as an audit entry may show it: by the allow-list that the specification makes, ids, enum values, instants,
 * numbers and booleans stay, and every other value is redacted (mandates page 7.8, SVC-AUD-004).
 */
export function redactInput(operationId: OperationId, input: object): JsonObject {
  return redactMembers(input, auditInputs[operationId]);
}

function redactMembers(value: object, shown: ShownMembers): JsonObject {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members.map(([name, member]) => [
      PLAIN_NAME.test(name) ? name : REDACTED,
      redactValue(member, Object.hasOwn(shown, name) ? shown[name] : undefined),
    ]),
  );
}

function redactValue(value: unknown, shown: true | ShownMembers | undefined): unknown {
  if (shown === undefined) return REDACTED;
  if (Array.isArray(value)) return value.map((item) => redactValue(item, shown));
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "string") return shown === true ? value : REDACTED;
  return typeof value === "object" && shown !== true ? redactMembers(value, shown) : REDACTED;
}

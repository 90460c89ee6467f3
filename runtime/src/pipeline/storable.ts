import { operations } from "@servicialo/schema/0.8/operations";
import { ProtocolError, pointerTo } from "../errors.ts";
import type { OperationCall } from "./execute.ts";

const NUL = "\u0000";

/**
 * No text of PostgreSQL can hold a NUL character. It is refused on every database alike, and before the call is put on
 * any record: what one node takes, another one that it moves to has to take, too.
 * @throws {ProtocolError} `VALIDATION_ERROR`, naming the member
 */
export function requireStorable({ operationId, input, actor }: Pick<OperationCall, "operationId" | "input" | "actor">) {
  const path = pathToNul({ actor, ...input });
  if (path === null) return;
  const { pathParameters, queryParameters } = operations[operationId];
  const parameters: readonly string[] = [...pathParameters, ...queryParameters];
  const [member = ""] = path;
  const detail = "A text may not hold a NUL character.";
  if (parameters.includes(member)) throw new ProtocolError("VALIDATION_ERROR", { parameter: member, detail });
  throw new ProtocolError("VALIDATION_ERROR", { pointer: pointerTo(...path), detail });
}

/** Where the first such character is, as a value or in a name; null when there is none. */
function pathToNul(value: unknown): string[] | null {
  if (typeof value === "string") return value.includes(NUL) ? [] : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [name, member] of Object.entries(value)) {
    if (name.includes(NUL)) return [];
    const below = pathToNul(member);
    if (below) return [name, ...below];
  }
  return null;
}

import { findOperation, type OperationId } from "./artefacts.ts";
import type { DualCall } from "./dual-calls.ts";
import { isRecord } from "./json-path.ts";
import type { SchemaValidator } from "./schema-validator.ts";

/** A call that breaks the published input in one place. */
export interface BadCall {
  readonly how: string;
  readonly call: DualCall;
}

/** An id that no node gives out. */
const NO_SUCH_ID = "no-such-thing-anywhere";

/**
 * Calls that differ from a lawful one in one thing each, from the published input schema: every required member left out,
 * one of another type, a member that nobody knows, a subject that is not there.
 */
export function badCalls(id: OperationId, good: DualCall, validator: SchemaValidator): readonly BadCall[] {
  const operation = findOperation(id);
  const schema = validator.schemaOf(`operations/${id}.input`);
  if (operation === undefined || schema === null) return [];
  const required = Array.isArray(schema.required) ? schema.required : [];
  const calls: BadCall[] = [];
  for (const name of required.filter((one): one is string => typeof one === "string" && !(one in good.path))) {
    const place = operation.attributes.includes(name) ? "attributes" : "query";
    calls.push({ how: `without ${name}`, call: { ...good, [place]: { ...good[place], [name]: undefined } } });
  }
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const members = Object.keys(properties).filter((name) => operation.attributes.includes(name) && name !== "actor");
  const [first] = members.filter((name) => name in good.attributes);
  const wrong = first === undefined ? undefined : otherTypeOf(good.attributes[first]);
  if (first !== undefined)
    calls.push({
      how: `${first} of another type`,
      call: { ...good, attributes: { ...good.attributes, [first]: wrong } },
    });
  const [counted] = Object.entries(properties).filter(
    ([name, member]) => isRecord(member) && member.type === "integer" && !operation.attributes.includes(name),
  );
  if (counted !== undefined)
    calls.push({
      how: `${counted[0]} that is no number`,
      call: { ...good, query: { ...good.query, [counted[0]]: "many" } },
    });
  for (const name of Object.keys(good.path).filter((one) => /_(?:id|slug)$/.test(one)))
    calls.push({ how: `an unknown ${name}`, call: { ...good, path: { ...good.path, [name]: NO_SUCH_ID } } });
  return calls;
}

function otherTypeOf(value: unknown): unknown {
  return isRecord(value) || Array.isArray(value) ? 7 : { unexpected: true };
}

import type { SchemaNode } from "../ir/schema.ts";
import type { KeyPath } from "./outline.ts";
import { objectsIn } from "./subjects.ts";

/** Names of the members that the keywords of a JSON Schema lead to, from the outermost. */
export function membersByKeyword(schema: SchemaNode, path: KeyPath): string[] {
  const [step = "", next = "", ...rest] = path;
  const after = path.slice(1);
  if (schema.kind === "object" && step === "properties") {
    const property = schema.properties.find(({ name }) => name === next);
    return property ? [next, ...membersByKeyword(property.schema, rest)] : [];
  }
  if (schema.kind === "object" && schema.additional && step === "additionalProperties") {
    return membersByKeyword(schema.additional, after);
  }
  if (schema.kind === "array" && step === "items") return membersByKeyword(schema.items, after);
  const variant = schema.kind === "union" && step === "anyOf" ? schema.variants[Number(next)] : undefined;
  return variant ? membersByKeyword(variant, rest) : [];
}

/** Names of the members that a path of TypeScript names leads to, from the outermost. */
export function membersByName(schema: SchemaNode, [name, ...rest]: KeyPath): string[] {
  if (name === undefined) return [];
  const properties = objectsIn(schema).flatMap((object) => object.properties);
  const property = properties.find((candidate) => candidate.name === name);
  return property ? [name, ...membersByName(property.schema, rest)] : [];
}

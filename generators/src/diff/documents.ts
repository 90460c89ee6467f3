import type { DefinitionNode, ProtocolModel } from "../ir/model.ts";
import { type PropertyNode, referencesOf } from "../ir/schema.ts";
import type { Item } from "./paired.ts";
import { reachedFromOperations } from "./schema-changes.ts";
import { Structures } from "./schema-structure.ts";

/** Whether an object only lends its members to others, as parents and mixins do. */
function isPartOfAnother({ name, schema }: DefinitionNode, model: ProtocolModel, structures: Structures): boolean {
  if (schema.kind !== "object") return false;
  const keys = (properties: readonly PropertyNode[]) =>
    properties.map((property) => `${property.name} ${structures.of(property.schema)}`);
  const own = keys(schema.properties);
  return model.definitions.some((other) => {
    if (other.name === name || other.schema.kind !== "object" || other.schema.properties.length < own.length)
      return false;
    const names = new Set(other.schema.properties.map((property) => property.name));
    if (!schema.properties.every((property) => names.has(property.name))) return false;
    const theirs = new Set(keys(other.schema.properties));
    return own.every((key) => theirs.has(key));
  });
}

/**
 * Documents of one specification that the other does not describe, under any name: objects that no operation carries
 * and no other object holds, such as what is sent to a webhook.
 */
export function documentsOf(model: ProtocolModel, other: ProtocolModel): Item<DefinitionNode>[] {
  const carried = reachedFromOperations(model);
  const payloads = new Set(model.evidenceKinds.map(({ payload }) => payload));
  const held = new Set(model.definitions.flatMap(({ schema }) => [...referencesOf(schema)]));
  const known = new Set(other.definitions.map(({ name }) => name));
  const structures = new Structures(model);
  const otherStructures = new Structures(other);
  const isKnown = (name: string) =>
    known.has(name) ||
    other.definitions.some(
      (definition) => otherStructures.ofDefinition(definition.name) === structures.ofDefinition(name),
    );
  return model.definitions
    .filter(
      ({ name, kind }) =>
        (kind === "object" || kind === "union") && !carried.has(name) && !payloads.has(name) && !held.has(name),
    )
    .filter((definition) => !isKnown(definition.name) && !isPartOfAnother(definition, model, structures))
    .map((node) => ({ node, subject: `document ${node.name}`, at: node.position, touched: {} }));
}

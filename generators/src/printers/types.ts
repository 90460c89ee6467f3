import type { DefinitionNode, ProtocolModel } from "../ir/model.ts";
import type { ObjectSchema, PropertyNode, SchemaNode } from "../ir/schema.ts";
import { type GeneratedFile, typescriptFile, typescriptPath } from "./generated-file.ts";
import { docComment, propertyKey } from "./text.ts";

/** TypeScript types of all definitions. */
export function printTypes(model: ProtocolModel): GeneratedFile[] {
  return [typescriptFile(typescriptPath(model.version, "types"), model.definitions.map(printDefinition).join("\n"))];
}

function printDefinition(definition: DefinitionNode): string {
  const doc = docComment(definition.summary);
  if (definition.schema.kind === "object" && !definition.schema.additional && definition.schema.properties.length > 0) {
    return `${doc}export interface ${definition.name} ${objectType(definition.schema, "")}\n`;
  }
  return `${doc}export type ${definition.name} = ${typeOf(definition.schema, "")};\n`;
}

/** The TypeScript type of a schema node. `prefix` goes before the names of definitions, e.g. `types.`. */
export function typeOf(schema: SchemaNode, indent: string, prefix = ""): string {
  switch (schema.kind) {
    case "reference":
      return `${prefix}${schema.name}`;
    case "string":
      return "string";
    case "number":
      return "number";
    case "boolean":
    case "null":
    case "unknown":
      return schema.kind;
    case "enum":
      return schema.values.map((value) => JSON.stringify(value)).join(" | ");
    case "array":
      return arrayType(typeOf(schema.items, indent, prefix));
    case "union":
      return schema.variants.map((variant) => typeOf(variant, indent, prefix)).join(" | ");
    case "object":
      return objectType(schema, indent, prefix);
  }
}

function arrayType(item: string): string {
  return /^[\w.]+$/.test(item) ? `${item}[]` : `(${item})[]`;
}

/** The body of an interface. */
export function objectType(schema: ObjectSchema, indent: string, prefix = ""): string {
  const inner = `${indent}  `;
  const members = schema.properties.map((property) => member(property, inner, prefix));
  if (schema.additional) {
    const record = `Record<string, ${typeOf(schema.additional, indent, prefix)}>`;
    return members.length === 0 ? record : `{\n${members.join("")}${indent}} & ${record}`;
  }
  return members.length === 0 ? "Record<never, never>" : `{\n${members.join("")}${indent}}`;
}

function member(property: PropertyNode, indent: string, prefix: string): string {
  const optional = property.required ? "" : "?";
  return `${docComment(property.summary, indent)}${indent}${propertyKey(property.name)}${optional}: ${typeOf(property.schema, indent, prefix)};\n`;
}

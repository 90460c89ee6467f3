import type { Literal, ObjectSchema, PresenceNode, PropertyNode, SchemaNode } from "../ir/schema.ts";

export type JsonSchema = { [keyword: string]: unknown };

/** Turns the name of a definition into the `$ref` that a document uses for it. */
export type ReferenceStyle = (name: string) => string;

/** JSON Schema 2020-12 of a schema node; the same text serves JSON Schema files, OpenAPI and MCP. */
export function toJsonSchema(schema: SchemaNode, reference: ReferenceStyle): JsonSchema {
  switch (schema.kind) {
    case "reference":
      return { $ref: reference(schema.name) };
    case "string":
      return { type: "string", ...pick(schema, ["format", "pattern", "minLength", "maxLength"]) };
    case "number":
      return {
        type: schema.integer ? "integer" : "number",
        ...pick(schema, ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]),
      };
    case "boolean":
    case "null":
      return { type: schema.kind };
    case "enum":
      return enumSchema(schema.values);
    case "array":
      return {
        type: "array",
        items: toJsonSchema(schema.items, reference),
        ...pick(schema, ["minItems", "maxItems", "uniqueItems"]),
      };
    case "union":
      return { anyOf: schema.variants.map((variant) => toJsonSchema(variant, reference)) };
    case "object":
      return objectSchema(schema, reference);
    case "unknown":
      return {};
  }
}

function enumSchema(values: readonly Literal[]): JsonSchema {
  const types = new Set(values.map((value) => typeof value));
  const [only] = types;
  return {
    ...(types.size === 1 ? { type: only } : {}),
    ...(values.length === 1 ? { const: values[0] } : { enum: values }),
  };
}

function objectSchema(schema: ObjectSchema, reference: ReferenceStyle): JsonSchema {
  const required = schema.properties.filter((property) => property.required).map((property) => property.name);
  const rules = schema.presence.map(presenceSchema);
  return {
    type: "object",
    ...(schema.properties.length > 0 && {
      properties: Object.fromEntries(
        schema.properties.map((property) => [property.name, propertySchema(property, reference)]),
      ),
    }),
    ...(required.length > 0 && { required }),
    ...(schema.additional
      ? schema.additional.kind !== "unknown" && { additionalProperties: toJsonSchema(schema.additional, reference) }
      : schema.closed && { additionalProperties: false }),
    ...(rules.length > 0 && { allOf: rules }),
  };
}

/** Schema of a property with its meaning and default. */
export function propertySchema(property: PropertyNode, reference: ReferenceStyle): JsonSchema {
  return {
    ...toJsonSchema(property.schema, reference),
    ...(property.summary && { description: property.summary }),
    ...(property.default !== undefined && { default: property.default }),
    ...(property.sensitivity && { "x-sensitivity": property.sensitivity }),
  };
}

/** A presence rule in JSON Schema. */
export function presenceSchema(rule: PresenceNode): JsonSchema {
  if (rule.kind === "requiredWhen") {
    return {
      if: { properties: { [rule.property]: { enum: rule.values } }, required: [rule.property] },
      // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
      then: { required: rule.needed },
    };
  }
  const keyword = rule.kind === "atLeastOneOf" ? "anyOf" : "oneOf";
  return { [keyword]: rule.properties.map((property) => ({ required: [property] })) };
}

function pick<T extends object>(source: T, keys: readonly (keyof T)[]): JsonSchema {
  return Object.fromEntries(keys.filter((key) => source[key] !== undefined).map((key) => [key, source[key]]));
}

import type { SensitivityName } from "@servicialo/spec/vocabulary";

/** Where something stands in the specification. `file` is relative to the specification's folder. */
export interface Position {
  readonly file: string;
  readonly line: number;
}

/** A value that stands in the specification itself. */
export type Literal = string | number | boolean;

/** Which properties of an object must be present. */
export type PresenceNode =
  | { readonly kind: "atLeastOneOf" | "exactlyOneOf"; readonly properties: readonly string[] }
  | {
      readonly kind: "requiredWhen";
      readonly property: string;
      readonly values: readonly Literal[];
      readonly needed: readonly string[];
    };

/** Names of all properties that a rule speaks of. */
export function namedIn(rule: PresenceNode): readonly string[] {
  return rule.kind === "requiredWhen" ? [rule.property, ...rule.needed] : rule.properties;
}

interface Annotated {
  readonly summary?: string;
}

export interface StringSchema extends Annotated {
  readonly kind: "string";
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
}

export interface NumberSchema extends Annotated {
  readonly kind: "number";
  readonly integer: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

export interface EnumSchema extends Annotated {
  readonly kind: "enum";
  readonly values: readonly Literal[];
}

export interface ArraySchema extends Annotated {
  readonly kind: "array";
  readonly items: SchemaNode;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}

export interface PropertyNode {
  readonly name: string;
  readonly schema: SchemaNode;
  readonly required: boolean;
  readonly summary: string;
  /** What stands for an absent value; never on a required property, which a validator would otherwise fill in. */
  readonly default?: unknown;
  readonly sensitivity?: SensitivityName;
  readonly position: Position;
}

export interface ObjectSchema extends Annotated {
  readonly kind: "object";
  readonly properties: readonly PropertyNode[];
  /** No members beside `properties`. Ignored when `additional` is set. */
  readonly closed: boolean;
  /** Schema of all other members. */
  readonly additional?: SchemaNode;
  readonly presence: readonly PresenceNode[];
}

export interface UnionSchema extends Annotated {
  readonly kind: "union";
  readonly variants: readonly SchemaNode[];
}

export interface ReferenceSchema extends Annotated {
  readonly kind: "reference";
  readonly name: string;
}

export interface SimpleSchema extends Annotated {
  readonly kind: "boolean" | "null" | "unknown";
}

/**
 * The one projection of a TypeSpec type that every schema printer reads:
 * JSON Schema, OpenAPI, TypeBox, Zod, TypeScript and MCP cannot disagree about it.
 */
export type SchemaNode =
  | StringSchema
  | NumberSchema
  | EnumSchema
  | ArraySchema
  | ObjectSchema
  | UnionSchema
  | ReferenceSchema
  | SimpleSchema;

/** The schemas directly inside a schema. */
export function childSchemas(schema: SchemaNode): readonly SchemaNode[] {
  switch (schema.kind) {
    case "array":
      return [schema.items];
    case "union":
      return schema.variants;
    case "object":
      return [
        ...schema.properties.map((property) => property.schema),
        ...(schema.additional ? [schema.additional] : []),
      ];
    default:
      return [];
  }
}

/** Names of the definitions that a schema refers to, directly or inside. */
export function referencesOf(schema: SchemaNode): Set<string> {
  const names = new Set<string>();
  const visit = (node: SchemaNode): void => {
    if (node.kind === "reference") names.add(node.name);
    for (const child of childSchemas(node)) visit(child);
  };
  visit(schema);
  return names;
}

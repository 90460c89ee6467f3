import { hasUniqueItems, isClosed, presenceRules, sensitivityOf } from "@servicialo/spec/vocabulary";
import {
  type Enum,
  getDoc,
  getFormat,
  getMaxItems,
  getMaxLength,
  getMaxValue,
  getMaxValueExclusive,
  getMinItems,
  getMinLength,
  getMinValue,
  getMinValueExclusive,
  getPattern,
  isArrayModelType,
  isNullType,
  isTemplateInstance,
  type Model,
  type ModelProperty,
  type Program,
  type Scalar,
  serializeValueAsJson,
  type Type,
  type Union,
} from "@typespec/compiler";
import { isHeader, isMetadata } from "@typespec/http";
import { faultAt } from "../specification-error.ts";
import type { Positions } from "./positions.ts";
import type { Literal, PresenceNode, PropertyNode, SchemaNode } from "./schema.ts";

const INT32 = 2 ** 31;

/** Builds the schema projection of types of one version. */
export class SchemaBuilder {
  readonly #program: Program;
  readonly #positions: Positions;

  constructor(program: Program, positions: Positions) {
    this.#program = program;
    this.#positions = positions;
  }

  /** Schema of a type as used somewhere: a reference when it has a name of its own. */
  schemaOf(type: Type): SchemaNode {
    return isNamed(type) ? { kind: "reference", name: type.name } : this.contentOf(type);
  }

  /** Schema of what a type holds, also when it has a name. */
  contentOf(type: Type): SchemaNode {
    switch (type.kind) {
      case "Model":
        return this.#model(type);
      case "Enum":
        return { kind: "enum", values: enumValues(type) };
      case "EnumMember":
        return { kind: "enum", values: [type.value ?? type.name] };
      case "Scalar":
        return this.#constrained(type, this.#scalar(type));
      case "Union":
        return this.#union(type);
      case "ModelProperty":
        return this.schemaOf(type.type);
      case "String":
        return { kind: "enum", values: [type.value] };
      case "Number":
        return { kind: "enum", values: [type.value] };
      case "Boolean":
        return { kind: "enum", values: [type.value] };
      case "Intrinsic":
        return { kind: isNullType(type) ? "null" : "unknown" };
      default:
        throw this.#fault(
          type,
          `A ${type.kind} cannot be part of a message. Use a model, enum, union, scalar or literal.`,
        );
    }
  }

  property(property: ModelProperty): PropertyNode {
    const sensitivity = sensitivityOf(this.#program, property);
    return {
      name: property.name,
      schema: this.#withUniqueItems(property, this.#constrained(property, this.schemaOf(property.type))),
      required: !property.optional,
      summary: getDoc(this.#program, property) ?? "",
      ...(property.defaultValue &&
        property.optional && { default: serializeValueAsJson(this.#program, property.defaultValue, property) }),
      ...(sensitivity && { sensitivity }),
      position: this.#positions.of(property),
    };
  }

  /** The rules of a model and of what it extends. */
  presenceOf(model: Model): PresenceNode[] {
    const properties = allProperties(model);
    return allPresenceRules(this.#program, model).map((rule) => this.#typedRule(rule, properties));
  }

  #model(model: Model): SchemaNode {
    if (isArrayModelType(model)) {
      return this.#constrained(model, { kind: "array", items: this.schemaOf(model.indexer.value) });
    }
    const properties = allProperties(model)
      .filter((property) => !isMetadata(this.#program, property) && !isHeader(this.#program, property))
      .map((property) => this.property(property));
    const additional = recordValue(model);
    return {
      kind: "object",
      properties,
      closed: isClosed(this.#program, model),
      ...(additional && { additional: this.schemaOf(additional) }),
      presence: this.presenceOf(model),
    };
  }

  #union(union: Union): SchemaNode {
    const variants = [...union.variants.values()].map((variant) => this.schemaOf(variant.type));
    const literals = variants.filter((variant) => variant.kind === "enum");
    const rest = variants.filter((variant) => variant.kind !== "enum");
    const values = literals.flatMap((literal) => literal.values);
    const merged: SchemaNode[] = values.length > 0 ? [{ kind: "enum", values }, ...rest] : rest;
    const [only] = merged;
    return merged.length === 1 && only ? only : { kind: "union", variants: merged };
  }

  #scalar(scalar: Scalar): SchemaNode {
    switch (scalar.name) {
      case "string":
      case "url":
        return { kind: "string" };
      case "boolean":
        return { kind: "boolean" };
      case "int32":
        return { kind: "number", integer: true, minimum: -INT32, maximum: INT32 - 1 };
      case "integer":
      case "int64":
      case "safeint":
        return { kind: "number", integer: true, minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
      case "numeric":
      case "float":
      case "float32":
      case "float64":
      case "decimal":
        return { kind: "number", integer: false };
      default:
        if (!scalar.baseScalar) {
          throw this.#fault(
            scalar,
            `The scalar ${scalar.name} has no form on the wire. Derive it from string or numeric.`,
          );
        }
        return this.#constrained(scalar.baseScalar, this.#scalar(scalar.baseScalar));
    }
  }

  /** Adds the constraints that `@minLength` and its kin put on a type or property. */
  #constrained(type: Type, schema: SchemaNode): SchemaNode {
    const program = this.#program;
    const text = defined({
      format: getFormat(program, type),
      pattern: getPattern(program, type),
      minLength: getMinLength(program, type),
      maxLength: getMaxLength(program, type),
    });
    const range = defined({
      minimum: getMinValue(program, type),
      maximum: getMaxValue(program, type),
      exclusiveMinimum: getMinValueExclusive(program, type),
      exclusiveMaximum: getMaxValueExclusive(program, type),
    });
    const count = defined({ minItems: getMinItems(program, type), maxItems: getMaxItems(program, type) });
    if (isEmpty(text) && isEmpty(range) && isEmpty(count)) return schema;
    const base = schema.kind === "reference" ? this.#inlined(type) : schema;
    if (base.kind === "union") {
      return {
        ...base,
        variants: base.variants.map((variant) =>
          variant.kind === "null" ? variant : this.#constrained(type, variant),
        ),
      };
    }
    if (base.kind === "string") return { ...base, ...text };
    if (base.kind === "number") return { ...base, ...range };
    if (base.kind === "array") return { ...base, ...count };
    return schema;
  }

  #withUniqueItems(property: ModelProperty, schema: SchemaNode): SchemaNode {
    if (!hasUniqueItems(this.#program, property)) return schema;
    const mark = (node: SchemaNode): SchemaNode => {
      if (node.kind === "array") return { ...node, uniqueItems: true };
      return node.kind === "union" ? { ...node, variants: node.variants.map(mark) } : node;
    };
    return mark(schema.kind === "reference" ? this.#inlined(property) : schema);
  }

  /** The vocabulary names deciding values as text; here they get the type that they have on the wire. */
  #typedRule(rule: PresenceNode, properties: readonly ModelProperty[]): PresenceNode {
    if (rule.kind !== "requiredWhen") return rule;
    const decider = properties.find((property) => property.name === rule.property);
    const known = decider ? this.#literalsOf(this.contentOf(decider.type)) : [];
    const typed = (text: Literal) => known.find((value) => String(value) === text) ?? text;
    return { ...rule, values: rule.values.map(typed) };
  }

  #literalsOf(schema: SchemaNode): readonly Literal[] {
    if (schema.kind === "enum") return schema.values;
    if (schema.kind === "boolean") return [true, false];
    return schema.kind === "union" ? schema.variants.flatMap((variant) => this.#literalsOf(variant)) : [];
  }

  /** Whether a model only bundles parameters and headers, so that no message has its form. */
  isParameterBag(type: Type): boolean {
    if (type.kind !== "Model" || isArrayModelType(type)) return false;
    const properties = allProperties(type);
    return (
      properties.length > 0 &&
      properties.every((property) => isMetadata(this.#program, property) || isHeader(this.#program, property))
    );
  }

  #fault(type: Type, message: string): Error {
    return faultAt(this.#positions.of(type), message);
  }

  /** The content of a named type whose property adds constraints of its own. */
  #inlined(type: Type): SchemaNode {
    return this.contentOf(type.kind === "ModelProperty" ? type.type : type);
  }
}

/** A type with a name of its own in the protocol, neither from a library nor made from a template. */
export function isNamed(type: Type): type is (Model | Enum | Union | Scalar) & { name: string } {
  if (type.kind !== "Model" && type.kind !== "Enum" && type.kind !== "Union" && type.kind !== "Scalar") return false;
  if (!type.name || type.namespace?.name !== "Servicialo") return false;
  return type.kind === "Enum" || !isTemplateInstance(type);
}

export function enumValues(type: Enum): (string | number)[] {
  return [...type.members.values()].map((member) => member.value ?? member.name);
}

function allProperties(model: Model): ModelProperty[] {
  const own = [...model.properties.values()];
  if (!model.baseModel) return own;
  const names = new Set(own.map((property) => property.name));
  return [...allProperties(model.baseModel).filter((property) => !names.has(property.name)), ...own];
}

function allPresenceRules(program: Program, model: Model): PresenceNode[] {
  return [...(model.baseModel ? allPresenceRules(program, model.baseModel) : []), ...presenceRules(program, model)];
}

function recordValue(model: Model): Type | undefined {
  if (model.indexer && model.indexer.key.name === "string") {
    return model.indexer.value.kind === "Intrinsic" && model.indexer.value.name === "never"
      ? undefined
      : model.indexer.value;
  }
  return model.baseModel && recordValue(model.baseModel);
}

function defined<T extends Record<string, unknown>>(record: T): Partial<{ [K in keyof T]: NonNullable<T[K]> }> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as never;
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}

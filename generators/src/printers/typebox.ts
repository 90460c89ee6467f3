import { dependencyOrder } from "../ir/dependency-order.ts";
import { type ProtocolModel, resolveSchema } from "../ir/model.ts";
import type { Literal, ObjectSchema, PropertyNode, SchemaNode } from "../ir/schema.ts";
import { type GeneratedFile, typescriptFile, typescriptPath } from "./generated-file.ts";
import { presenceSchema } from "./json-schema-node.ts";
import { docComment, literal, propertyKey } from "./text.ts";

/** TypeBox schemas of all definitions. */
export function printTypeBox(model: ProtocolModel): GeneratedFile[] {
  const definitions = dependencyOrder(model).map(
    (definition) =>
      `${docComment(definition.summary)}export const ${definition.name} = ${new TypeBoxWriter(model).expression(definition.schema)};\n`,
  );
  const body = `import { Type } from "typebox";\n\n${definitions.join("\n")}`;
  return [typescriptFile(typescriptPath(model.version, "typebox"), body)];
}

type Options = Record<string, unknown>;

/** Writes schema nodes as TypeBox expressions. Formats are left out: the pattern beside each decides alone. */
export class TypeBoxWriter {
  readonly #model: ProtocolModel;
  readonly #prefix: string;

  /** @param prefix goes before the names of definitions, e.g. `typebox.` */
  constructor(model: ProtocolModel, prefix = "") {
    this.#model = model;
    this.#prefix = prefix;
  }

  expression(schema: SchemaNode, indent = "", options: Options = {}): string {
    switch (schema.kind) {
      case "reference":
        if (Object.keys(options).length === 0) return `${this.#prefix}${schema.name}`;
        return this.expression(resolveSchema(this.#model, schema), indent, options);
      case "string":
        return call("String", [], { ...pick(schema, ["pattern", "minLength", "maxLength"]), ...options });
      case "number":
        return call(schema.integer ? "Integer" : "Number", [], {
          ...pick(schema, ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]),
          ...options,
        });
      case "boolean":
        return call("Boolean", [], options);
      case "null":
        return call("Null", [], options);
      case "unknown":
        return call("Unknown", [], options);
      case "enum":
        return this.#literals(schema.values, indent, options);
      case "array":
        return call("Array", [this.expression(schema.items, indent)], {
          ...pick(schema, ["minItems", "maxItems", "uniqueItems"]),
          ...options,
        });
      case "union": {
        const variants = schema.variants.map((variant) => this.expression(variant, indent));
        return call("Union", [`[${variants.join(", ")}]`], options);
      }
      case "object":
        return this.#object(schema, indent, options);
    }
  }

  #object(schema: ObjectSchema, indent: string, options: Options): string {
    const inner = `${indent}  `;
    const members = schema.properties.map(
      (property) => `${inner}${propertyKey(property.name)}: ${this.#member(property, inner)},\n`,
    );
    const fields = members.length === 0 ? "{}" : `{\n${members.join("")}${indent}}`;
    return call("Object", [fields], {
      ...additionalMembers(schema, (additional) => code(this.expression(additional, indent))),
      ...(schema.presence.length > 0 && { allOf: schema.presence.map(presenceSchema) }),
      ...options,
    });
  }

  #literals(values: readonly Literal[], indent: string, options: Options): string {
    if (values.length === 1) return call("Literal", [literal(values[0])], options);
    if (!values.some((value) => typeof value === "boolean")) return call("Enum", [literal(values, indent)], options);
    return call("Union", [`[${values.map((value) => call("Literal", [literal(value)], {})).join(", ")}]`], options);
  }

  #member(property: PropertyNode, indent: string): string {
    const options = property.default === undefined ? {} : { default: property.default };
    const expression = this.expression(property.schema, indent, options);
    return property.required ? expression : `Type.Optional(${expression})`;
  }
}

/** A piece of code among literal options. */
class Code {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

function code(text: string): Code {
  return new Code(text);
}

/** What may stand beside the listed members; nothing when anything may. */
function additionalMembers(schema: ObjectSchema, write: (additional: SchemaNode) => Code): Options {
  if (schema.additional)
    return schema.additional.kind === "unknown" ? {} : { additionalProperties: write(schema.additional) };
  return schema.closed ? { additionalProperties: false } : {};
}

function optionsText(options: Options): string {
  const members = Object.entries(options).map(
    ([key, value]) => `${propertyKey(key)}: ${value instanceof Code ? value.text : literal(value)}`,
  );
  return `{ ${members.join(", ")} }`;
}

function call(name: string, args: readonly string[], options: Options): string {
  const all = Object.keys(options).length === 0 ? args : [...args, optionsText(options)];
  return `Type.${name}(${all.join(", ")})`;
}

function pick<T extends object>(source: T, keys: readonly (keyof T & string)[]): Options {
  return Object.fromEntries(keys.filter((key) => source[key] !== undefined).map((key) => [key, source[key]]));
}

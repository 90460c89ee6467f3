import { dependencyOrder } from "../ir/dependency-order.ts";
import type { ProtocolModel } from "../ir/model.ts";
import type { Literal, NumberSchema, ObjectSchema, PresenceNode, SchemaNode, StringSchema } from "../ir/schema.ts";
import { type GeneratedFile, typescriptFile, typescriptPath } from "./generated-file.ts";
import { docComment, literal, propertyKey } from "./text.ts";

const HELPERS = `import { z } from "zod";

/** Length in code points, as JSON Schema counts. */
const lengthBetween = (minimum: number, maximum: number) => (text: string) => {
  const length = [...text].length;
  return length >= minimum && length <= maximum;
};

const has = (value: object, name: string, values: readonly unknown[]) => values.includes((value as Record<string, unknown>)[name]);

const present = (value: object, name: string) => (value as Record<string, unknown>)[name] !== undefined;

const countPresent = (value: object, names: readonly string[]) => names.filter((name) => present(value, name)).length;

/** Text that is the same for equal values, whatever the order of their members. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );

const allDifferent = (items: readonly unknown[]) => new Set(items.map(canonical)).size === items.length;`;

/** Zod 4 schemas of all definitions. */
export function printZod(model: ProtocolModel): GeneratedFile[] {
  const definitions = dependencyOrder(model).map(
    (definition) =>
      `${docComment(definition.summary)}export const ${definition.name} = ${zodOf(definition.schema, "")};\n`,
  );
  const body = `${HELPERS}\n\n${definitions.join("\n")}`;
  return [typescriptFile(typescriptPath(model.version, "zod"), body)];
}

function zodOf(schema: SchemaNode, indent: string): string {
  switch (schema.kind) {
    case "reference":
      return schema.name;
    case "string":
      return stringOf(schema);
    case "number":
      return numberOf(schema);
    case "boolean":
      return "z.boolean()";
    case "null":
      return "z.null()";
    case "unknown":
      return "z.unknown()";
    case "enum":
      return enumOf(schema.values, indent);
    case "array": {
      const base = `z.array(${zodOf(schema.items, indent)})`;
      const minimum = schema.minItems === undefined ? "" : `.min(${schema.minItems})`;
      const maximum = schema.maxItems === undefined ? "" : `.max(${schema.maxItems})`;
      return `${base}${minimum}${maximum}${schema.uniqueItems ? ".refine(allDifferent)" : ""}`;
    }
    case "union":
      return `z.union([${schema.variants.map((variant) => zodOf(variant, indent)).join(", ")}])`;
    case "object":
      return objectOf(schema, indent);
  }
}

function stringOf(schema: StringSchema): string {
  const length =
    schema.minLength === undefined && schema.maxLength === undefined
      ? ""
      : `.refine(lengthBetween(${schema.minLength ?? 0}, ${schema.maxLength ?? "Number.POSITIVE_INFINITY"}))`;
  const pattern = schema.pattern === undefined ? "" : `.regex(new RegExp(${JSON.stringify(schema.pattern)}, "u"))`;
  return `z.string()${pattern}${length}`;
}

function numberOf(schema: NumberSchema): string {
  const bounds = [
    schema.minimum === undefined ? "" : `.min(${schema.minimum})`,
    schema.maximum === undefined ? "" : `.max(${schema.maximum})`,
    schema.exclusiveMinimum === undefined ? "" : `.gt(${schema.exclusiveMinimum})`,
    schema.exclusiveMaximum === undefined ? "" : `.lt(${schema.exclusiveMaximum})`,
  ].join("");
  return `z.${schema.integer ? "int" : "number"}()${bounds}`;
}

function enumOf(values: readonly Literal[], indent: string): string {
  if (values.length === 1) return `z.literal(${literal(values[0])})`;
  const kind = values.every((value) => typeof value === "string") ? "enum" : "literal";
  return `z.${kind}(${literal(values, indent)})`;
}

function objectOf(schema: ObjectSchema, indent: string): string {
  if (schema.additional && schema.properties.length === 0) {
    return `z.record(z.string(), ${zodOf(schema.additional, indent)})`;
  }
  const inner = `${indent}  `;
  const members = schema.properties.map((property) => {
    const optional = property.required ? "" : ".optional()";
    return `${inner}${propertyKey(property.name)}: ${zodOf(property.schema, inner)}${optional},\n`;
  });
  const fields = members.length === 0 ? "{}" : `{\n${members.join("")}${indent}}`;
  const open = schema.closed ? "strictObject" : "looseObject";
  const rest =
    schema.additional && schema.additional.kind !== "unknown" ? `.catchall(${zodOf(schema.additional, indent)})` : "";
  return `z.${open}(${fields})${rest}${schema.presence.map(presenceCheck).join("")}`;
}

function presenceCheck(rule: PresenceNode): string {
  if (rule.kind === "requiredWhen") {
    const condition = `has(value, ${JSON.stringify(rule.property)}, ${literal(rule.values)})`;
    return rule.needed
      .map(
        (name) =>
          `.refine((value) => !${condition} || present(value, ${JSON.stringify(name)}), { path: [${JSON.stringify(name)}] })`,
      )
      .join("");
  }
  const operator = rule.kind === "atLeastOneOf" ? ">= 1" : "=== 1";
  return `.refine((value) => countPresent(value, ${literal(rule.properties)}) ${operator}, { path: [${JSON.stringify(rule.properties[0])}] })`;
}

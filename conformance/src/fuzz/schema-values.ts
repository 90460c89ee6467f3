import fc from "fast-check";
import { isRecord } from "../json-path.ts";

type Schema = Readonly<Record<string, unknown>>;

const DEEPEST = 4;

/** Values that a published schema allows, with a bias to its bounds. */
export class SchemaValues {
  readonly #definitions: Readonly<Record<string, unknown>>;
  readonly #deepest: number;

  /** @param deepest - levels of nesting from which on a value is any text, so that recursion ends */
  constructor(root: Schema, deepest = DEEPEST) {
    this.#definitions = isRecord(root.$defs) ? root.$defs : {};
    this.#deepest = deepest;
  }

  /** Values of one schema; anything at all where it says nothing. */
  of(schema: unknown, depth = 0): fc.Arbitrary<unknown> {
    if (!isRecord(schema) || depth > this.#deepest) return fc.constant("x");
    if (typeof schema.$ref === "string") return this.of(this.#definitions[schema.$ref.replace("#/$defs/", "")], depth);
    if ("const" in schema) return fc.constant(schema.const);
    if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
    const choices = [schema.anyOf, schema.oneOf].find(Array.isArray) as unknown[] | undefined;
    if (choices !== undefined && choices.length > 0) return fc.oneof(...choices.map((one) => this.of(one, depth + 1)));
    const types = [schema.type].flat();
    return fc.oneof(...types.map((type) => this.#ofType(type, schema, depth)));
  }

  #ofType(type: unknown, schema: Schema, depth: number): fc.Arbitrary<unknown> {
    switch (type) {
      case "string":
        return textOf(schema);
      case "integer":
        return integerOf(schema);
      case "number":
        return fc.oneof(
          integerOf(schema),
          fc.double({ min: bound(schema.minimum, -1e9), max: bound(schema.maximum, 1e9), noNaN: true }),
        );
      case "boolean":
        return fc.boolean();
      case "null":
        return fc.constant(null);
      case "array":
        return fc.array(this.of(schema.items, depth + 1), lengthsOf(schema));
      case "object":
        return this.#objectOf(schema, depth);
      default:
        return fc.jsonValue({ maxDepth: 1 });
    }
  }

  #objectOf(schema: Schema, depth: number): fc.Arbitrary<unknown> {
    const properties = isRecord(schema.properties) ? schema.properties : {};
    const required = Array.isArray(schema.required) ? (schema.required as string[]) : [];
    const members = Object.fromEntries(
      Object.entries(properties).map(([name, one]) => [name, this.of(one, depth + 1)]),
    );
    return fc.record(members, { requiredKeys: required.filter((name) => name in members) });
  }
}

function lengthsOf({ minItems, maxItems }: Schema): { minLength: number; maxLength: number } {
  const minLength = bound(minItems, 0);
  return { minLength, maxLength: Math.max(minLength, Math.min(3, bound(maxItems, 3))) };
}

function bound(value: unknown, other: number): number {
  return typeof value === "number" ? value : other;
}

/** Integers with the bounds themselves among them. */
function integerOf(schema: Schema): fc.Arbitrary<number> {
  const min = Math.ceil(bound(schema.minimum, -1_000_000));
  const max = Math.max(min, Math.floor(bound(schema.maximum, 1_000_000)));
  return fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max }));
}

function textOf(schema: Schema): fc.Arbitrary<string> {
  const format = FORMATS[String(schema.format)];
  if (format !== undefined) return format;
  const maxLength = Math.min(bound(schema.maxLength, 40), 300);
  const minLength = Math.min(bound(schema.minLength, 0), maxLength);
  if (typeof schema.pattern === "string") {
    try {
      return fc.stringMatching(new RegExp(schema.pattern));
    } catch {
      // A pattern that cannot be drawn from: any text will do.
    }
  }
  return fc.oneof(
    fc.string({ minLength, maxLength, unit: "grapheme" }),
    fc.constantFrom("x".repeat(minLength), "x".repeat(maxLength)),
  );
}

const DAYS = { min: new Date("2020-01-01T00:00:00Z"), max: new Date("2035-12-31T00:00:00Z"), noInvalidDate: true };

const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  "date-time": fc.date(DAYS).map((date) => date.toISOString()),
  date: fc.date(DAYS).map((date) => date.toISOString().slice(0, 10)),
  uuid: fc.uuid(),
  email: fc.nat({ max: 99 }).map((number) => `certify-${number}@example.org`),
  uri: fc.constant("https://example.org/certify"),
};

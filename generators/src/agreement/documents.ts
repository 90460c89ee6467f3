import fc from "fast-check";
import { type ProtocolModel, resolveSchema } from "../ir/model.ts";
import type { NumberSchema, ObjectSchema, PresenceNode, SchemaNode, StringSchema } from "../ir/schema.ts";

export type Json = null | boolean | number | string | Json[] | { [member: string]: Json };

/** How deep optional members are filled in. */
const DEEPEST = 4;

/** Makes documents that a schema allows, straight from the model and from nothing that a printer wrote. */
export class DocumentMaker {
  readonly model: ProtocolModel;
  readonly #known = new Map<SchemaNode, Json>();

  constructor(model: ProtocolModel) {
    this.model = model;
  }

  /** As many documents, the same for the same seed. */
  sample(schema: SchemaNode, { count, seed }: { readonly count: number; readonly seed: number }): Json[] {
    return fc.sample(this.#of(schema, 0), { numRuns: count, seed });
  }

  /** Some document that the schema allows, always the same one. */
  any(schema: SchemaNode): Json {
    const known = this.#known.get(schema);
    if (known !== undefined) return known;
    const [made = null] = fc.sample(this.#of(schema, DEEPEST), { numRuns: 1, seed: 1 });
    this.#known.set(schema, made);
    return made;
  }

  #of(schema: SchemaNode, depth: number): fc.Arbitrary<Json> {
    switch (schema.kind) {
      case "reference":
        return this.#of(resolveSchema(this.model, schema), depth);
      case "string":
        return textOf(schema);
      case "number":
        return numberOf(schema);
      case "boolean":
        return fc.boolean();
      case "null":
        return fc.constant(null);
      case "unknown":
        return fc.constantFrom<Json>(null, true, 0, "text", [], { any: ["thing"] });
      case "enum":
        return fc.constantFrom<Json>(...schema.values);
      case "array": {
        const minLength = schema.minItems ?? 0;
        const size = { minLength, maxLength: Math.min(schema.maxItems ?? Number.POSITIVE_INFINITY, minLength + 3) };
        const items = this.#of(schema.items, depth + 1);
        return schema.uniqueItems ? fc.uniqueArray(items, { ...size, selector: canonical }) : fc.array(items, size);
      }
      case "union":
        return fc.oneof(...schema.variants.map((variant) => this.#of(variant, depth)));
      case "object":
        return this.#object(schema, depth);
    }
  }

  #object(schema: ObjectSchema, depth: number): fc.Arbitrary<Json> {
    const wanted = schema.properties.filter(
      (property) => property.required || depth < DEEPEST || isRuled(schema, property.name),
    );
    const values = Object.fromEntries(wanted.map((property) => [property.name, this.#of(property.schema, depth + 1)]));
    const names = wanted.map((property) => property.name);
    const required = wanted.filter((property) => property.required).map((property) => property.name);
    const chosen = fc.subarray(names.filter((name) => !required.includes(name)));
    const rest = schema.additional
      ? fc.dictionary(fc.constantFrom("es", "x-own", "a b"), this.#of(schema.additional, depth + 1), { maxKeys: 2 })
      : fc.constant({});
    return fc.tuple(fc.record(values), chosen, rest, fc.nat()).map(([all, optional, others, turn]) => {
      const kept = new Set([...required, ...optional]);
      for (const rule of schema.presence) satisfy(rule, { all, kept, turn });
      const own = Object.fromEntries(Object.entries(all).filter(([name]) => kept.has(name)));
      const strangers = Object.entries(others).filter(([name]) => !names.includes(name));
      return { ...own, ...Object.fromEntries(strangers) } as Json;
    });
  }
}

function isRuled(schema: ObjectSchema, name: string): boolean {
  return schema.presence.some((rule) => (rule.kind === "requiredWhen" ? rule.needed : rule.properties).includes(name));
}

interface Choice {
  readonly all: Record<string, Json>;
  /** Names of the members that stay. */
  readonly kept: Set<string>;
  readonly turn: number;
}

/** Keeps or drops optional members until the rule holds. */
function satisfy(rule: PresenceNode, { all, kept, turn }: Choice): void {
  if (rule.kind === "requiredWhen") {
    if (kept.has(rule.property) && rule.values.includes(all[rule.property] as never))
      for (const name of rule.needed) kept.add(name);
    return;
  }
  const name = rule.properties[turn % rule.properties.length] ?? "";
  if (rule.kind === "atLeastOneOf") {
    kept.add(name);
    return;
  }
  for (const other of rule.properties) kept.delete(other);
  kept.add(name);
}

/** Making an arbitrary text takes much longer than making a text of it. */
const texts = new Map<string, fc.Arbitrary<Json>>();

function textOf(schema: StringSchema): fc.Arbitrary<Json> {
  const key = JSON.stringify([schema.pattern, schema.minLength, schema.maxLength]);
  const text = texts.get(key) ?? newTextOf(schema);
  texts.set(key, text);
  return text;
}

function newTextOf({ pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: StringSchema): fc.Arbitrary<Json> {
  const fits = (text: string) => [...text].length >= minLength && [...text].length <= maxLength;
  if (pattern === undefined) {
    return fc.string({ unit: "binary", minLength, maxLength: Math.min(maxLength, minLength + 12) }).filter(fits);
  }
  return fc
    .stringMatching(new RegExp(pattern), { size: "-1" })
    .filter((text) => fits(text) && new RegExp(pattern, "u").test(text));
}

function numberOf(schema: NumberSchema): fc.Arbitrary<Json> {
  const least = schema.minimum ?? schema.exclusiveMinimum ?? -1e6;
  const most = schema.maximum ?? schema.exclusiveMaximum ?? Math.max(least, 0) + 1e6;
  if (schema.integer) {
    const min = Math.ceil(least) + (schema.exclusiveMinimum === undefined ? 0 : 1);
    const max = Math.floor(most) - (schema.exclusiveMaximum === undefined ? 0 : 1);
    return fc.integer({ min, max });
  }
  return fc
    .double({
      min: least,
      max: most,
      minExcluded: schema.exclusiveMinimum !== undefined,
      maxExcluded: schema.exclusiveMaximum !== undefined,
      noNaN: true,
    })
    .map((value) => (Object.is(value, -0) ? 0 : value));
}

/** Text that is the same for equal values, whatever the order of their members. */
function canonical(value: Json): string {
  return JSON.stringify(value, (_, item: Json) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

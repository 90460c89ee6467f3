import { resolveSchema } from "../ir/model.ts";
import type { NumberSchema, ObjectSchema, SchemaNode, StringSchema } from "../ir/schema.ts";
import type { DocumentMaker, Json } from "./documents.ts";
import { EDGE_NUMBERS, EDGE_TEXTS } from "./edges.ts";

/** A document that differs from a valid one in one place. */
export interface Mutant {
  /** What was done, and where. */
  readonly change: string;
  readonly document: Json;
  /** Whether no validator may accept it; otherwise they only have to agree. */
  readonly refused: boolean;
}

/** How many named definitions deep places are spoiled one by one: each is spoiled by itself, too. */
const DEEPEST = 2;

const OF_EVERY_TYPE: readonly Json[] = [null, true, false, 0, 1.5, "", "text", [], {}];

/** Values that text-minded validators tend to read differently: code points, line ends, coercible text. */
const ODD_TEXT: readonly string[] = ["\n", " ", "𝒳", "e\u0301", "\u0000", "%", "é"];

/** Names that nobody declared. `__proto__` comes on top save in maps, where Zod drops it without a look at its value. */
const STRANGE_NAMES: readonly string[] = ["x-extra", "a\nb", "constructor", "toString", "ñ", ""];

/** Every way in which one place of a valid document can be wrong. */
export function* mutantsOf(maker: DocumentMaker, schema: SchemaNode, document: Json): Generator<Mutant> {
  yield* mutate({ maker, place: "", depth: 0, sure: true, put: (value) => value }, schema, document);
}

interface Place {
  readonly maker: DocumentMaker;
  /** JSON Pointer. */
  readonly place: string;
  /** Definitions passed on the way here. */
  readonly depth: number;
  /** Whether a fault here is a fault of the whole: not so inside a union, where another variant may fit. */
  readonly sure: boolean;
  /** The whole document with another value at this place. */
  put(value: Json): Json;
}

function* mutate(at: Place, schema: SchemaNode, value: Json): Generator<Mutant> {
  if (schema.kind === "reference") {
    if (at.depth < DEEPEST) yield* mutate({ ...at, depth: at.depth + 1 }, resolveSchema(at.maker.model, schema), value);
    return;
  }
  for (const other of OF_EVERY_TYPE) {
    const wrongType =
      typeOf(other) !== typeOf(value) && ["string", "number", "boolean", "array", "object"].includes(schema.kind);
    yield mutant(at, `${JSON.stringify(other)} instead`, other, wrongType);
  }
  if (schema.kind === "enum") {
    for (const literal of schema.values) yield mutant(at, "another value", literal, false);
    yield mutant(at, "unknown value", "no-such-value", !schema.values.includes("no-such-value"));
    yield mutant(
      at,
      "value as text",
      String(value),
      typeof value !== "string" && !schema.values.includes(String(value)),
    );
  }
  if (schema.kind === "string" && typeof value === "string") yield* mutateText(at, schema, value);
  if (schema.kind === "number" && typeof value === "number") yield* mutateNumber(at, schema, value);
  if (schema.kind === "array" && Array.isArray(value)) yield* mutateArray(at, schema, value);
  if (schema.kind === "object" && typeOf(value) === "object")
    yield* mutateObject(at, schema, value as { [member: string]: Json });
  if (schema.kind === "union") {
    for (const variant of schema.variants) {
      if (mayHold(resolveSchema(at.maker.model, variant), value)) yield* mutate({ ...at, sure: false }, variant, value);
    }
  }
}

function* mutateText(at: Place, schema: StringSchema, value: string): Generator<Mutant> {
  const { pattern, minLength, maxLength } = schema;
  const expression = pattern === undefined ? undefined : new RegExp(pattern, "u");
  const spoiled = [
    ...ODD_TEXT.flatMap((odd) => [value + odd, odd + value]),
    value.slice(1),
    value.slice(0, -1),
    value.toUpperCase(),
  ];
  if (at.place === "") spoiled.push(...otherCharacters(value));
  if (at.depth === 0) spoiled.push(...EDGE_TEXTS);
  for (const text of spoiled)
    yield mutant(at, "spoiled text", text, expression !== undefined && !expression.test(text));
  if (minLength !== undefined && minLength > 0) {
    yield mutant(at, "too short", "𝒳".repeat(minLength - 1), true);
    yield mutant(at, "as short as allowed", "𝒳".repeat(minLength), false);
  }
  if (maxLength !== undefined) {
    yield mutant(at, "too long", "𝒳".repeat(maxLength + 1), true);
    yield mutant(at, "as long as allowed", "𝒳".repeat(maxLength), false);
    yield mutant(
      at,
      "as long as allowed, combined",
      "e\u0301".repeat(Math.floor(maxLength / 2) + 1),
      2 * (Math.floor(maxLength / 2) + 1) > maxLength,
    );
  }
}

/** The text with one character replaced, for each of the first ones. */
function otherCharacters(text: string): string[] {
  const places = [...text].slice(0, 40).keys();
  return [...places].flatMap((place) =>
    ["0", "2", "9", "z", "-", "."].map((other) => text.slice(0, place) + other + text.slice(place + 1)),
  );
}

function* mutateNumber(at: Place, schema: NumberSchema, value: number): Generator<Mutant> {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  yield mutant(at, "number as text", String(value), true);
  yield mutant(at, "fraction", value + 0.5, schema.integer && !Number.isInteger(value + 0.5));
  if (minimum !== undefined)
    yield* [mutant(at, "least", minimum, false), mutant(at, "too small", below(minimum), true)];
  if (maximum !== undefined) yield* [mutant(at, "most", maximum, false), mutant(at, "too large", above(maximum), true)];
  if (exclusiveMinimum !== undefined) yield mutant(at, "at the open end", exclusiveMinimum, true);
  if (exclusiveMaximum !== undefined) yield mutant(at, "at the open end", exclusiveMaximum, true);
  for (const extreme of [-1e300, 1e300, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, 1e-9, ...EDGE_NUMBERS])
    yield mutant(at, "extreme", extreme, false);
}

function below(bound: number): number {
  return bound - Math.max(1, Math.abs(bound) * 1e-6);
}

function above(bound: number): number {
  return bound + Math.max(1, Math.abs(bound) * 1e-6);
}

function* mutateArray(at: Place, schema: Extract<SchemaNode, { kind: "array" }>, value: Json[]): Generator<Mutant> {
  const [first] = value;
  if (schema.minItems !== undefined && schema.minItems > 0)
    yield mutant(at, "too few items", value.slice(0, schema.minItems - 1), true);
  if (first !== undefined) {
    yield mutant(at, "an item twice", [...value, reordered(first)], schema.uniqueItems === true);
    yield mutant(
      at,
      "an item twice, its members turned round",
      [...value, extended(first), reordered(extended(first))],
      false,
    );
    if (schema.maxItems !== undefined) yield mutant(at, "too many items", Array(schema.maxItems + 1).fill(first), true);
    yield* mutate(
      { ...at, place: `${at.place}/0`, put: (item) => at.put([item, ...value.slice(1)]) },
      schema.items,
      first,
    );
  }
  yield mutant(at, "null among the items", [...value, null], false);
}

/** The same value with two more members, where it can have any. */
function extended(value: Json): Json {
  return typeOf(value) === "object" ? { ...(value as object), "x-one": 1, "x-two": 2 } : value;
}

/** The same value with its members in another order. */
function reordered(value: Json): Json {
  return typeOf(value) === "object" ? Object.fromEntries(Object.entries(value as object).reverse()) : value;
}

function* mutateObject(at: Place, schema: ObjectSchema, value: { [member: string]: Json }): Generator<Mutant> {
  for (const property of schema.properties) {
    const { [property.name]: own, ...others } = value;
    const named = { ...at, place: `${at.place}/${property.name}` };
    if (own === undefined) {
      yield mutant(named, "an absent member as null", { ...value, [property.name]: null }, false);
      yield mutant(
        named,
        "an absent member added",
        { ...value, [property.name]: at.maker.any(property.schema) },
        false,
      );
      continue;
    }
    yield mutant(named, "member left out", others, property.required);
    yield* mutate({ ...named, put: (inner) => at.put({ ...value, [property.name]: inner }) }, property.schema, own);
  }
  for (const name of schema.additional ? STRANGE_NAMES : [...STRANGE_NAMES, "__proto__"]) {
    for (const extra of ["text", { any: 1 }, { any: -1 }, 7, null]) {
      yield mutant(
        at,
        `extra member ${JSON.stringify(name)}`,
        { ...value, [name]: extra },
        schema.closed && !schema.additional,
      );
    }
  }
  yield mutant(
    at,
    "all optional members left out",
    keep(
      value,
      schema.properties.filter((property) => property.required),
    ),
    false,
  );
  yield mutant(
    at,
    "emptied",
    {},
    schema.properties.some((property) => property.required),
  );
}

function keep(value: { [member: string]: Json }, properties: readonly { readonly name: string }[]): Json {
  return Object.fromEntries(
    properties.filter(({ name }) => name in value).map(({ name }) => [name, value[name] as Json]),
  );
}

function mutant(at: Place, change: string, value: Json, wrong: boolean): Mutant {
  return { change: `${at.place || "/"}: ${change}`, document: at.put(value), refused: wrong && at.sure };
}

function mayHold(schema: SchemaNode, value: Json): boolean {
  if (schema.kind === "enum") return (schema.values as readonly Json[]).includes(value);
  return schema.kind === "unknown" || schema.kind === "union" || schema.kind === typeOf(value);
}

function typeOf(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

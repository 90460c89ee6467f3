import type { ObjectSchema, PresenceNode, PropertyNode, SchemaNode } from "../../ir/schema.ts";
import { anchorOf, type Book } from "./book.ts";
import { type Content, html, join, prose } from "./html.ts";
import { noteLinks } from "./notes.ts";

/** The type of a value in a few words, with links. */
export function typeOf(book: Book, schema: SchemaNode): Content {
  switch (schema.kind) {
    case "reference":
      return book.link(`object ${schema.name}`, schema.name);
    case "string":
      return schema.format ? `string (${schema.format})` : "string";
    case "number":
      return schema.integer ? "integer" : "number";
    case "boolean":
    case "null":
      return schema.kind;
    case "unknown":
      return "any value";
    case "enum":
      return join(
        schema.values.map((value) => html`<code>${JSON.stringify(value)}</code>`),
        schema.values.length > 2 ? ", " : " or ",
      );
    case "array":
      return html`list of ${typeOf(book, schema.items)}`;
    case "union":
      return join(
        schema.variants.map((variant) => typeOf(book, variant)),
        " or ",
      );
    case "object":
      return schema.additional ? html`object by name, of ${typeOf(book, schema.additional)}` : "object";
  }
}

/** What a value must satisfy besides its type, each in a few words. */
export function constraintsOf(schema: SchemaNode): Content[] {
  switch (schema.kind) {
    case "string":
      return [
        range(schema.minLength, schema.maxLength, "characters"),
        schema.pattern !== undefined && html`pattern <code>${schema.pattern}</code>`,
      ].filter(Boolean);
    case "number":
      return numberLimits(schema);
    case "array":
      return [
        range(schema.minItems, schema.maxItems, "items"),
        schema.uniqueItems && "no item twice",
        ...constraintsOf(schema.items).map((limit) => html`each: ${limit}`),
      ].filter(Boolean);
    case "union":
      return schema.variants.flatMap(constraintsOf);
    case "object":
      return [schema.closed && !schema.additional && "no other fields", ...schema.presence.map(presenceText)].filter(
        Boolean,
      );
    default:
      return [];
  }
}

function numberLimits(schema: Extract<SchemaNode, { kind: "number" }>): Content[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const shown = (limit: number | undefined) =>
    limit === undefined || Math.abs(limit) === Number.MAX_SAFE_INTEGER ? undefined : limit;
  return [
    range(shown(minimum), shown(maximum), ""),
    exclusiveMinimum !== undefined && `more than ${exclusiveMinimum}`,
    exclusiveMaximum !== undefined && `less than ${exclusiveMaximum}`,
  ].filter(Boolean);
}

function range(minimum: number | undefined, maximum: number | undefined, unit: string): string | undefined {
  const counted = unit === "" ? "" : ` ${unit}`;
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}${counted}`;
  if (minimum !== undefined) return `at least ${minimum}${counted}`;
  return maximum === undefined ? undefined : `at most ${maximum}${counted}`;
}

function presenceText(rule: PresenceNode): Content {
  const names = (list: readonly string[]) =>
    join(
      list.map((name) => html`<code>${name}</code>`),
      ", ",
    );
  if (rule.kind !== "requiredWhen") {
    return html`${rule.kind === "atLeastOneOf" ? "at least" : "exactly"} one of ${names(rule.properties)}`;
  }
  const values = rule.values.map((value) => html`<code>${JSON.stringify(value)}</code>`);
  return html`${names(rule.needed)} needed when <code>${rule.property}</code> is ${join(values, " or ")}`;
}

/** A field with a word on where it goes, such as the path. */
export interface PlacedField extends PropertyNode {
  readonly place?: string;
}

/** The fields of an object; `owner` is the definition that they have anchors under. */
export function fieldList(book: Book, fields: readonly PlacedField[], owner: string | null): Content {
  if (fields.length === 0) return null;
  return html`<ul class="fields">${fields.map((field) => fieldItem(book, field, owner))}</ul>`;
}

function fieldItem(book: Book, field: PlacedField, owner: string | null): Content {
  const target = owner === null ? null : `property ${owner}.${field.name}`;
  const nested = nestedObject(field.schema);
  const limits = nested ? constraintsOf(nested) : constraintsOf(field.schema);
  const notes = [
    ...limits,
    field.default !== undefined && html`default <code>${JSON.stringify(field.default)}</code>`,
  ].filter(Boolean);
  return html`<li${target ? html` id="${anchorOf(target)}"` : null}><p class="field"><code class="name">${field.name}</code> <span class="type">${typeOf(book, field.schema)}</span>${field.place && html` <span class="tag">${field.place}</span>`}${field.required && html` <span class="tag strong">required</span>`}${field.sensitivity && html` <span class="tag warn">${field.sensitivity}</span>`}</p>${field.summary && html`<p>${prose(field.summary)}</p>`}${notes.length > 0 && html`<p class="limits">${join(notes, " · ")}</p>`}${target && noteLinks(book, target)}${nested && fieldList(book, nested.properties, null)}</li>
`;
}

/** An object without a name of its own, directly or as the items of a list. */
function nestedObject(schema: SchemaNode): ObjectSchema | undefined {
  if (schema.kind === "array") return nestedObject(schema.items);
  return schema.kind === "object" && schema.properties.length > 0 ? schema : undefined;
}

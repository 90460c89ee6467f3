import { flatInput } from "../ir/flat-input.ts";
import { type ProtocolModel, resolveSchema } from "../ir/model.ts";
import type { ObjectSchema, PropertyNode, SchemaNode } from "../ir/schema.ts";
import { type GeneratedFile, typescriptFile, typescriptPath } from "./generated-file.ts";
import { constant } from "./tables.ts";

/** Members of an input whose values an audit entry may show; deeper ones by their parent. */
interface Shown {
  readonly [member: string]: true | Shown;
}

/** Scalars whose values identify, date or classify, and say nothing of a person by themselves. */
const TELLING: ReadonlySet<string> = new Set([
  "Id",
  "Uuid",
  "UuidV4",
  "Slug",
  "Instant",
  "LocalDate",
  "TimeOfDay",
  "EndTimeOfDay",
  "TimeZone",
  "CountryCode",
  "CurrencyCode",
  "LanguageCode",
  "ProtocolVersion",
  "SemanticVersion",
  "MandateContext",
  "CustomScope",
  "OperationName",
]);

/**
 * What of each operation's input may stand in an audit entry: an allow-list, so that a member nobody has thought of is
 * redacted. Ids, enum values, instants, numbers and booleans stay, unless the specification calls them sensitive.
 */
export function printAuditInputs(model: ProtocolModel): GeneratedFile[] {
  const table = Object.fromEntries(
    model.operations.map((operation) => [operation.id, shownIn(model, flatInput(model, operation), [])]),
  );
  const body = `/** Members of an input whose values may be shown; \`true\`: the value or the list of values as it is. */
export interface ShownMembers {
  readonly [member: string]: true | ShownMembers;
}

${constant("Per operation, what of its input may stand in an audit entry. Every other value is redacted.", "auditInputs", table)}`;
  return [typescriptFile(typescriptPath(model.version, "audit-inputs"), body)];
}

function shownIn(model: ProtocolModel, object: ObjectSchema, above: readonly string[]): Shown {
  const members = object.properties.flatMap((property) => {
    const shown = isSensitive(property) ? null : shownOf(model, property.schema, above);
    return shown === null ? [] : [[property.name, shown] as const];
  });
  return Object.fromEntries(members);
}

function isSensitive({ sensitivity }: PropertyNode): boolean {
  return sensitivity !== undefined && sensitivity !== "public" && sensitivity !== "internal";
}

/** Null: nothing of it. */
function shownOf(model: ProtocolModel, schema: SchemaNode, above: readonly string[]): true | Shown | null {
  switch (schema.kind) {
    case "reference": {
      if (TELLING.has(schema.name)) return true;
      // A definition within itself is cut off where it repeats.
      if (above.includes(schema.name)) return null;
      return shownOf(model, resolveSchema(model, schema), [...above, schema.name]);
    }
    case "boolean":
    case "number":
    case "enum":
    case "null":
      return true;
    case "array":
      return shownOf(model, schema.items, above);
    case "object": {
      const shown = shownIn(model, schema, above);
      return Object.keys(shown).length > 0 ? shown : null;
    }
    case "union":
      return shownOfVariants(schema.variants.map((variant) => shownOf(model, variant, above)));
    case "string":
    case "unknown":
      return null;
  }
}

/** Only what every variant that says anything agrees on; a plain value beside an object is shown as well. */
function shownOfVariants(variants: readonly (true | Shown | null)[]): true | Shown | null {
  if (variants.every((shown) => shown === true)) return true;
  if (variants.some((shown) => shown === null)) return null;
  const objects = variants.filter((shown): shown is Shown => shown !== true && shown !== null);
  return Object.assign({}, ...objects) as Shown;
}

import type { ProtocolModel } from "../ir/model.ts";
import type { ObjectSchema, Position, PropertyNode, SchemaNode, StringSchema } from "../ir/schema.ts";
import type { SchemaChange, SchemaChangeKind } from "./schema-change.ts";
import { textLimits } from "./schema-limits.ts";
import { presenceKey } from "./schema-structure.ts";
import { showDefault, showPresence, showSchema } from "./show-schema.ts";

/** A change before it is known in which direction the schema flows. */
export type Core = Omit<SchemaChange, "direction" | "touched">;

/** Where in the two specifications a comparison stands. */
export interface Place {
  readonly word: "object" | "property" | "parameter" | "input" | "answer";
  readonly name: string;
  readonly property: string;
  readonly base: Position;
  readonly head: Position;
}

const ASCENDING_SENSITIVITY: readonly (string | undefined)[] = [
  "public",
  undefined,
  "internal",
  "personal",
  "confidential",
  "restricted",
  "secret",
];

/** Which rules on presence came and went. */
export function presenceChanges(base: ObjectSchema["presence"], head: ObjectSchema["presence"], place: Place): Core[] {
  const before = new Set(base.map(presenceKey));
  const after = new Set(head.map(presenceKey));
  return [
    ...base
      .filter((rule) => !after.has(presenceKey(rule)))
      .map((rule) => core("presence-rule-removed", place, { name: showPresence(rule) })),
    ...head
      .filter((rule) => !before.has(presenceKey(rule)))
      .map((rule) => core("presence-rule-added", place, { name: showPresence(rule) })),
  ];
}

/** The place of a property in the object at a place. */
export function within(place: Place, base: PropertyNode, head: PropertyNode | undefined): Place {
  return {
    word: inside(place.word),
    name: `${place.name}.${base.name}`,
    property: base.name,
    base: base.position,
    head: head?.position ?? place.head,
  };
}

export function core(
  kind: SchemaChangeKind,
  place: Place,
  words: Pick<Core, "from" | "to" | "name"> = {},
  side: "base" | "head" = "head",
): Core {
  const subject = `${place.word} ${place.name}`;
  return {
    kind,
    subject,
    at: { side, ...place[side] },
    property: place.property,
    wasRequired: false,
    inClosedObject: false,
    ...words,
  };
}

export function inside(word: Place["word"]): Place["word"] {
  return word === "parameter" ? "parameter" : "property";
}

export function isClosed(schema: ObjectSchema): boolean {
  return schema.closed && schema.additional === undefined;
}

export function textChanges(base: StringSchema, head: StringSchema, place: Place): Core[] {
  const changes = textLimits(base, head).map(({ kind, from, to }) => core(kind, place, { from, to }));
  if (base.pattern !== head.pattern) {
    const kind =
      base.pattern === undefined ? "pattern-added" : head.pattern === undefined ? "pattern-removed" : "pattern-changed";
    changes.push(core(kind, place, { from: base.pattern ?? "none", to: head.pattern ?? "none" }));
  }
  if (base.format !== head.format)
    changes.push(core("format-changed", place, { from: base.format ?? "none", to: head.format ?? "none" }));
  return changes;
}

export function kindChange(base: SchemaNode, head: SchemaNode): SchemaChangeKind {
  if (base.kind === "unknown") return "type-narrowed";
  if (head.kind === "unknown") return "type-widened";
  if (base.kind === "enum" && base.values.every((value) => typeof value === head.kind)) return "values-unrestricted";
  if (head.kind === "enum" && head.values.every((value) => typeof value === base.kind)) return "restricted-to-values";
  return "type-changed";
}

export function shown(base: SchemaNode, head: SchemaNode): { from: string; to: string } {
  return { from: showSchema(base), to: showSchema(head) };
}

/** A default only stands on what may be absent: one that goes because the property became required is no change of its own. */
export function defaultChanges(base: PropertyNode, head: PropertyNode, place: Place): Core[] {
  const from = showDefault(base);
  const to = showDefault(head);
  if (from === to || base.required || head.required) return [];
  const kind = from === undefined ? "default-added" : to === undefined ? "default-removed" : "default-changed";
  return [core(kind, place, { from: from ?? "none", to: to ?? "none" })];
}

export function sensitivityChanges(base: PropertyNode, head: PropertyNode, place: Place): Core[] {
  if (base.sensitivity === head.sensitivity) return [];
  const falls = ASCENDING_SENSITIVITY.indexOf(head.sensitivity) < ASCENDING_SENSITIVITY.indexOf(base.sensitivity);
  const words = { from: base.sensitivity ?? "none", to: head.sensitivity ?? "none" };
  return [core(falls ? "sensitivity-lowered" : "sensitivity-raised", place, words)];
}

/** Names of the enums whose members the model lists elsewhere: states, scopes, errors. */
export function cataloguesOf(model: ProtocolModel): string[] {
  const lists = [model.scopes.map(({ name }) => name), model.errors.map(({ code }) => code)].map((list) =>
    [...list].sort().join(),
  );
  const catalogues = model.definitions.filter(
    ({ members }) =>
      members.length > 0 &&
      lists.includes(
        members
          .map(({ value }) => String(value))
          .sort()
          .join(),
      ),
  );
  return [...catalogues.map(({ name }) => name), ...model.machines.map(({ definition }) => definition)];
}

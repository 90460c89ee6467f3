import type { Occurrence } from "./rule.ts";
import type { Direction } from "./verdict.ts";

/** What can happen to a schema between two specifications. */
export type SchemaChangeKind =
  | "parameter-removed"
  | "parameter-added-required"
  | "parameter-added-optional"
  | "parameter-moved"
  | "property-removed"
  | "property-added-required"
  | "property-added-optional"
  | "became-required"
  | "became-optional"
  | "became-nullable"
  | "became-not-nullable"
  | "type-changed"
  | "type-narrowed"
  | "type-widened"
  | "restricted-to-values"
  | "values-unrestricted"
  | "value-added"
  | "value-removed"
  | "variant-added"
  | "variant-removed"
  | "number-range-narrowed"
  | "number-range-widened"
  | "text-length-narrowed"
  | "text-length-widened"
  | "list-length-narrowed"
  | "list-length-widened"
  | "pattern-added"
  | "pattern-removed"
  | "pattern-changed"
  | "format-changed"
  | "unique-items-added"
  | "unique-items-removed"
  | "object-closed"
  | "object-opened"
  | "presence-rule-added"
  | "presence-rule-removed"
  | "default-added"
  | "default-changed"
  | "default-removed"
  | "sensitivity-lowered"
  | "sensitivity-raised";

/** A change of a schema, in one direction of flow. */
export interface SchemaChange extends Occurrence {
  readonly kind: SchemaChangeKind;
  readonly direction: Direction;
  /** Last property on the way to it. */
  readonly property: string;
  /** Whether what is gone was always there before. */
  readonly wasRequired: boolean;
  /** Whether the object it is in takes no other members. */
  readonly inClosedObject: boolean;
}

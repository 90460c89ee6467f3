import type { ArraySchema, NumberSchema, StringSchema } from "../ir/schema.ts";
import type { SchemaChangeKind } from "./schema-change.ts";

/** A limit that moved. */
export interface LimitChange {
  readonly kind: SchemaChangeKind;
  readonly from: string;
  readonly to: string;
}

interface Bound {
  readonly value: number;
  readonly exclusive: boolean;
}

/** What moved at the lower and the upper end of a number's range; inclusive and exclusive limits are one range. */
export function numberLimits(base: NumberSchema, head: NumberSchema): LimitChange[] {
  const lower = compareEnds(lowerBound(base), lowerBound(head), (bound) =>
    bound ? `${bound.exclusive ? ">" : "≥"} ${bound.value}` : "no minimum",
  );
  const upper = compareEnds(negated(upperBound(base)), negated(upperBound(head)), (bound) =>
    bound ? `${bound.exclusive ? "<" : "≤"} ${-bound.value}` : "no maximum",
  );
  return [lower, upper].flatMap((change) => named(change, "number-range"));
}

export function textLimits(base: StringSchema, head: StringSchema): LimitChange[] {
  return countLimits([base.minLength, base.maxLength], [head.minLength, head.maxLength], "text-length");
}

export function listLimits(base: ArraySchema, head: ArraySchema): LimitChange[] {
  return countLimits([base.minItems, base.maxItems], [head.minItems, head.maxItems], "list-length");
}

type Ends = readonly [number | undefined, number | undefined];
type Family = "number-range" | "text-length" | "list-length";

function countLimits(base: Ends, head: Ends, family: Family): LimitChange[] {
  const atLeast = (value: number | undefined): Bound | undefined => (value ? { value, exclusive: false } : undefined);
  const atMost = (value: number | undefined): Bound | undefined =>
    value === undefined ? undefined : { value: -value, exclusive: false };
  const lower = compareEnds(atLeast(base[0]), atLeast(head[0]), (bound) => `at least ${bound?.value ?? 0}`);
  const upper = compareEnds(atMost(base[1]), atMost(head[1]), (bound) =>
    bound ? `at most ${-bound.value}` : "any number",
  );
  return [lower, upper].flatMap((change) => named(change, family));
}

function lowerBound({ minimum, exclusiveMinimum }: NumberSchema): Bound | undefined {
  const inclusive = minimum === undefined ? undefined : { value: minimum, exclusive: false };
  const exclusive = exclusiveMinimum === undefined ? undefined : { value: exclusiveMinimum, exclusive: true };
  if (!inclusive || !exclusive) return inclusive ?? exclusive;
  return isTighter(inclusive, exclusive) ? inclusive : exclusive;
}

function upperBound({ maximum, exclusiveMaximum }: NumberSchema): Bound | undefined {
  const mirrored: NumberSchema = {
    kind: "number",
    integer: false,
    ...(maximum !== undefined && { minimum: -maximum }),
    ...(exclusiveMaximum !== undefined && { exclusiveMinimum: -exclusiveMaximum }),
  };
  return negated(lowerBound(mirrored));
}

function negated(bound: Bound | undefined): Bound | undefined {
  return bound && { ...bound, value: -bound.value };
}

/** Whether the first bound lets fewer values through from below. */
function isTighter(a: Bound | undefined, b: Bound | undefined): boolean {
  if (!a || !b) return a !== undefined && b === undefined;
  return a.value > b.value || (a.value === b.value && a.exclusive && !b.exclusive);
}

interface EndChange {
  readonly way: "narrowed" | "widened";
  readonly from: string;
  readonly to: string;
}

function compareEnds(
  base: Bound | undefined,
  head: Bound | undefined,
  show: (bound: Bound | undefined) => string,
): EndChange | undefined {
  const words = { from: show(base), to: show(head) };
  if (isTighter(head, base)) return { way: "narrowed", ...words };
  return isTighter(base, head) ? { way: "widened", ...words } : undefined;
}

function named(change: EndChange | undefined, family: Family): LimitChange[] {
  return change ? [{ kind: `${family}-${change.way}`, from: change.from, to: change.to }] : [];
}

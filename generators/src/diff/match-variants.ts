import { type ProtocolModel, resolveSchema } from "../ir/model.ts";
import type { SchemaNode } from "../ir/schema.ts";

interface Sides {
  readonly base: ProtocolModel;
  readonly head: ProtocolModel;
  readonly structures: { readonly base: (node: SchemaNode) => string; readonly head: (node: SchemaNode) => string };
}

export interface MatchedVariants {
  readonly pairs: readonly (readonly [SchemaNode, SchemaNode])[];
  readonly removed: readonly SchemaNode[];
  readonly added: readonly SchemaNode[];
}

/** Says which variant of a union became which: equal ones first, then of the same name, then the most alike. */
export function matchVariants(sides: Sides, base: readonly SchemaNode[], head: readonly SchemaNode[]): MatchedVariants {
  const pairs: [SchemaNode, SchemaNode][] = [];
  let left = [...base];
  let open = [...head];
  const take = (alike: (a: SchemaNode, b: SchemaNode) => boolean) => {
    for (const variant of left) {
      const same = open.find((candidate) => alike(variant, candidate));
      if (!same) continue;
      pairs.push([variant, same]);
      left = left.filter((other) => other !== variant);
      open = open.filter((other) => other !== same);
    }
  };
  take((a, b) => sides.structures.base(a) === sides.structures.head(b));
  take((a, b) => a.kind === "reference" && b.kind === "reference" && a.name === b.name);
  const wholes = left.length === 1 && open.length === 1 && pairs.length === 0;
  const resolvedPairs = new Map(left.map((variant) => [variant, resolveSchema(sides.base, variant)]));
  const candidates = left
    .flatMap((variant) =>
      open.map((candidate) => ({
        variant,
        candidate,
        score: likeness(sides, resolvedPairs.get(variant) ?? variant, candidate),
      })),
    )
    .filter(({ score }) => wholes || score > 0)
    .sort((a, b) => b.score - a.score);
  for (const { variant, candidate } of candidates) {
    if (!left.includes(variant) || !open.includes(candidate)) continue;
    pairs.push([variant, candidate]);
    left = left.filter((other) => other !== variant);
    open = open.filter((other) => other !== candidate);
  }
  return { pairs, removed: left, added: open };
}

/** How much two schemas have in common; 0 when they are of different kinds. */
function likeness(sides: Sides, base: SchemaNode, candidate: SchemaNode): number {
  const head = resolveSchema(sides.head, candidate);
  if (base.kind !== head.kind) return primitiveKind(base) === primitiveKind(head) ? 0.5 : 0;
  if (base.kind !== "object" || head.kind !== "object") return 1;
  const after = new Map(head.properties.map((property) => [property.name, property.schema]));
  return base.properties.reduce((sum, property) => {
    const same = after.get(property.name);
    if (!same) return sum;
    const before = resolveSchema(sides.base, property.schema);
    const isMark = before.kind === "enum" && sides.structures.base(before) === sides.structures.head(same);
    const inner = before.kind === "object" ? likeness(sides, before, same) : 0;
    return sum + 1 + inner + (isMark ? 5 : 0);
  }, 0);
}

function primitiveKind(schema: SchemaNode): string {
  return schema.kind === "enum" ? typeof schema.values[0] : schema.kind;
}

import { attributeScore, type Wanted } from "./attribute-score.ts";
import { isStale } from "./attribute-staleness.ts";

export type AttributeOrigin = "declared" | "verified" | "inferred";
export type AttributeCategory = "identity" | "capability" | "availability" | "geography" | "economic" | "trust";

/** What of a provider attribute decides how well it matches. */
export interface MatchableAttribute {
  readonly category: AttributeCategory;
  readonly key: string;
  readonly value: unknown;
  readonly origin: AttributeOrigin;
  /** 0 to 1; of an inferred attribute. */
  readonly confidence: number | null;
  /** Epoch milliseconds. */
  readonly updatedAt: number;
}

/** What is looked for in one attribute. */
export interface Criterion {
  readonly key: string;
  readonly wanted: Wanted;
}

export interface MatchPart {
  readonly key: string;
  readonly matchWeight: number;
  readonly originWeight: number;
  /** How well the value fits, 0 to 1. */
  readonly attributeScore: number;
}

/** Why a criterion did not count. */
export interface MatchWarning {
  readonly key: string;
  readonly reason: "stale" | "unknown" | "unweighted";
}

export interface Match {
  readonly score: number;
  readonly parts: readonly MatchPart[];
  readonly warnings: readonly MatchWarning[];
}

/** Weights of the capability keys that matching knows; the other categories have one for all of their keys. */
const KEY_WEIGHTS: ReadonlyMap<string, number> = new Map([
  ["conditions_treated", 3],
  ["populations_served", 2.5],
  ["age_range", 2.5],
]);
const CATEGORY_WEIGHTS: Readonly<Record<AttributeCategory, number | null>> = {
  identity: null,
  capability: null,
  geography: 2,
  availability: 1.5,
  economic: 1,
  trust: 1,
};

/** Weight of an attribute's key in matching; null: the protocol gives it none (objects page 2.2). */
export function matchWeight({ key, category }: Pick<MatchableAttribute, "key" | "category">): number | null {
  return KEY_WEIGHTS.get(key) ?? CATEGORY_WEIGHTS[category];
}

/** Weight of an attribute's origin: declared 1.0, verified 1.5, inferred 2.0 times its confidence (objects page 2.2). */
export function originWeight({ origin, confidence }: Pick<MatchableAttribute, "origin" | "confidence">): number {
  if (origin === "declared") return 1;
  if (origin === "verified") return 1.5;
  return 2 * (confidence ?? 0);
}

/**
 * How well a provider fits what is looked for: the sum of match weight times origin weight times attribute score
 * (objects page 2.2). What is stale, unknown or without weight does not count, and is told.
 * @param now epoch milliseconds
 */
export function matchingScore(
  criteria: readonly Criterion[],
  attributes: readonly MatchableAttribute[],
  now: number,
): Match {
  const byKey = new Map(attributes.map((attribute) => [attribute.key, attribute]));
  const parts: MatchPart[] = [];
  const warnings: MatchWarning[] = [];
  for (const { key, wanted } of criteria) {
    const attribute = byKey.get(key);
    const weight = attribute && matchWeight(attribute);
    if (!attribute) warnings.push({ key, reason: "unknown" });
    else if (weight === null || weight === undefined) warnings.push({ key, reason: "unweighted" });
    else if (isStale(attribute, now)) warnings.push({ key, reason: "stale" });
    else {
      const fits = attributeScore(attribute, wanted);
      parts.push({ key, matchWeight: weight, originWeight: originWeight(attribute), attributeScore: fits });
    }
  }
  const score = parts.reduce((sum, part) => sum + part.matchWeight * part.originWeight * part.attributeScore, 0);
  return { score, parts, warnings };
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attributeScore, distanceKm } from "./attribute-score.ts";
import { isStale } from "./attribute-staleness.ts";
import { anybody, visibleAttributes } from "./attribute-visibility.ts";
import {
  type AttributeCategory,
  type MatchableAttribute,
  matchingScore,
  matchWeight,
  originWeight,
} from "./matching-score.ts";

const NOW = Date.parse("2026-03-02T12:00:00Z");
const MINUTE = 60_000;
const attribute = (key: string, value: unknown, rest: Partial<MatchableAttribute> = {}): MatchableAttribute => ({
  category: "capability",
  key,
  value,
  origin: "declared",
  confidence: null,
  updatedAt: NOW,
  ...rest,
});

describe("the matching score (objects 2.2)", () => {
  it.each<[AttributeCategory, string, number | null]>([
    ["capability", "conditions_treated", 3],
    ["capability", "populations_served", 2.5],
    ["geography", "city", 2],
    ["availability", "next_available", 1.5],
    ["economic", "price_range", 1],
    ["trust", "rating_avg", 1],
    ["identity", "profession", null],
    ["capability", "techniques", null],
  ])("weighs %s %s with %s", (category, key, weight) => {
    expect(matchWeight({ category, key })).toBe(weight);
  });

  it("weighs a declared fact 1, a verified one 1.5, an inferred one twice its confidence", () => {
    expect(originWeight({ origin: "declared", confidence: null })).toBe(1);
    expect(originWeight({ origin: "verified", confidence: null })).toBe(1.5);
    expect(originWeight({ origin: "inferred", confidence: 0.4 })).toBeCloseTo(0.8);
  });

  it("is the sum of match weight × origin weight × attribute score", () => {
    const attributes = [
      attribute("conditions_treated", ["low back pain", "knee injury"], { origin: "verified" }),
      attribute("city", "Santiago", { category: "geography" }),
      attribute("cancellation_rate", 0.02, { category: "trust", origin: "inferred", confidence: 0.9 }),
    ];
    const criteria = [
      { key: "conditions_treated", wanted: { anyOf: ["knee injury", "stroke"] } },
      { key: "city", wanted: { is: "santiago" } },
      { key: "cancellation_rate", wanted: { atMost: 0.05 } },
    ];
    const { score, parts, warnings } = matchingScore(criteria, attributes, NOW);
    expect(parts.map((part) => part.attributeScore)).toEqual([0.5, 1, 1]);
    expect(score).toBeCloseTo(3 * 1.5 * 0.5 + 2 * 1 * 1 + 1 * 1.8 * 1);
    expect(warnings).toEqual([]);
  });

  it("leaves out what is stale, unknown or without weight, with a warning", () => {
    const attributes = [
      attribute("next_available", "2026-03-02T13:00:00Z", {
        category: "availability",
        origin: "inferred",
        confidence: 0.9,
        updatedAt: NOW - 6 * MINUTE,
      }),
      attribute("profession", "kinesiologist", { category: "identity" }),
    ];
    const criteria = [
      { key: "next_available", wanted: { before: "2026-03-03T00:00:00Z" } },
      { key: "profession", wanted: { is: "kinesiologist" } },
      { key: "city", wanted: { is: "Santiago" } },
    ];
    expect(matchingScore(criteria, attributes, NOW)).toEqual({
      score: 0,
      parts: [],
      warnings: [
        { key: "next_available", reason: "stale" },
        { key: "profession", reason: "unweighted" },
        { key: "city", reason: "unknown" },
      ],
    });
  });

  it("never falls when one more criterion is met, and is zero for none", () => {
    expect(matchingScore([], [attribute("city", "X")], NOW).score).toBe(0);
    const key = fc.constantFrom("conditions_treated", "city", "price_range", "rating_avg");
    const criterion = fc.record({ key, wanted: fc.record({ atMost: fc.integer({ min: 0, max: 10 }) }) });
    const attributes = ["conditions_treated", "city", "price_range", "rating_avg"].map((name, index) =>
      attribute(name, index, { category: index === 0 ? "capability" : "economic" }),
    );
    fc.assert(
      fc.property(fc.array(criterion), criterion, (criteria, more) => {
        const less = matchingScore(criteria, attributes, NOW).score;
        expect(matchingScore([...criteria, more], attributes, NOW).score).toBeGreaterThanOrEqual(less);
      }),
    );
  });
});

describe("staleness (objects 2.2)", () => {
  it.each([
    ["next_available", 5],
    ["rating_avg", 60],
    ["avg_wait_days", 24 * 60],
    ["cancellation_rate", 24 * 60],
    ["services_completed", 24 * 60],
  ])("begins after the limit of %s, %i minutes", (key, minutes) => {
    expect(isStale({ key, updatedAt: NOW - minutes * MINUTE }, NOW)).toBe(false);
    expect(isStale({ key, updatedAt: NOW - minutes * MINUTE - 1 }, NOW)).toBe(true);
  });

  it("never comes to what has no limit", () => {
    expect(isStale({ key: "bio", updatedAt: 0 }, NOW)).toBe(false);
  });
});

describe("an attribute's score", () => {
  it.each([
    ["a word, whatever its case", "Santiago", { is: "SANTIAGO" }, 1],
    ["another word", "Santiago", { is: "Lima" }, 0],
    ["one of a list", ["es", "en"], { is: "en" }, 1],
    ["a number within a range", { min: 14, max: 80 }, { is: 80 }, 1],
    ["a number outside of a range", { min: 14, max: 80 }, { is: 13 }, 0],
    ["a yes", true, { is: true }, 1],
    ["half of what is wanted", ["a", "b"], { anyOf: ["a", "c"] }, 0.5],
    ["nothing wanted", ["a"], { anyOf: [] }, 0],
    ["a price that begins below", { min: 30_000, max: 45_000, currency: "CLP" }, { atMost: 30_000 }, 1],
    ["a rating below", 4.4, { atLeast: 4.5 }, 0],
    ["an earlier instant", "2026-03-02T10:00:00-03:00", { before: "2026-03-02T13:00:00Z" }, 1],
    ["a value of another kind", "many", { atLeast: 1 }, 0],
    ["no place", "here", { near: { lat: 0, lng: 0 }, withinKm: 10 }, 0],
  ])("of %s", (_what, value, wanted, score) => {
    expect(attributeScore({ value }, wanted)).toBe(score);
  });

  it("falls evenly with the distance", () => {
    const santiago = { lat: -33.4489, lng: -70.6693 };
    const valparaiso = { lat: -33.0472, lng: -71.6127 };
    expect(distanceKm(santiago, valparaiso)).toBeGreaterThan(95);
    expect(distanceKm(santiago, valparaiso)).toBeLessThan(102);
    expect(attributeScore({ value: santiago }, { near: santiago, withinKm: 5 })).toBe(1);
    expect(attributeScore({ value: santiago }, { near: valparaiso, withinKm: 200 })).toBeCloseTo(0.5, 1);
    expect(attributeScore({ value: santiago }, { near: valparaiso, withinKm: 50 })).toBe(0);
  });
});

describe("what a reader sees of a profile (objects 2.2)", () => {
  const fact = (
    visibility: "public" | "unlisted" | "private",
    validFrom: number | null = null,
    validUntil: number | null = null,
  ) => ({ visibility, validFrom, validUntil });
  const facts = [fact("public"), fact("unlisted"), fact("private")];
  const seen = (scopes: string[], inContext = true) =>
    visibleAttributes(facts, { scopes, inContext }, NOW).map(({ visibility }) => visibility);

  it("grows with the scopes of the mandate", () => {
    expect(visibleAttributes(facts, anybody, NOW)).toEqual([fact("public")]);
    expect(seen(["patient:read"])).toEqual(["public"]);
    expect(seen(["discovery:read"])).toEqual(["public", "unlisted"]);
    expect(seen(["discovery:read", "patient:read"])).toEqual(["public", "unlisted", "private"]);
    expect(seen(["discovery:read", "patient:read"], false)).toEqual(["public", "unlisted"]);
  });

  it("is what holds now", () => {
    const expired = fact("public", null, NOW);
    const future = fact("public", NOW + 1, null);
    const current = fact("public", NOW, NOW + 1);
    expect(visibleAttributes([expired, future, current], anybody, NOW)).toEqual([current]);
  });
});

import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { ProtocolModel } from "../ir/model.ts";
import { type Finding, findDifferences } from "./finding.ts";
import { compileTexts, namesOf, specificationOf } from "./fixtures/compile-fixtures.ts";
import { fixtures } from "./fixtures/index.ts";
import { rules } from "./rules/index.ts";
import type { Direction, Verdict } from "./verdict.ts";

/** Rules about whole versions: no single specification shows them. */
const VERSION_RULES = ["version-added", "version-removed"];

let base: ProtocolModel;
let head: ProtocolModel;
let forward: ReadonlyMap<string, readonly Finding[]>;
let backward: ReadonlyMap<string, readonly Finding[]>;

beforeAll(async () => {
  const models = await compileTexts(specificationOf(fixtures, "base"), specificationOf(fixtures, "head"));
  [base, head] = models as [ProtocolModel, ProtocolModel];
  forward = byFixture(findDifferences(base, head));
  backward = byFixture(findDifferences(head, base));
});

/** The findings of each fixture: a finding belongs to the one whose name its subject holds. */
function byFixture(findings: readonly Finding[]): Map<string, Finding[]> {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  const names = Object.keys(fixtures).map((rule) => ({ rule, mark: plain(namesOf(rule).lower) }));
  const owned = new Map<string, Finding[]>();
  for (const finding of findings) {
    const marked = Object.entries(fixtures).find(([, { marks = [] }]) => marks.includes(finding.subject))?.[0];
    const named = names
      .filter(({ mark }) => plain(finding.subject).includes(mark))
      .sort((a, b) => b.mark.length - a.mark.length)[0]?.rule;
    const owner = marked ?? named ?? "nobody";
    owned.set(owner, [...(owned.get(owner) ?? []), finding]);
  }
  return owned;
}

function short({ rule, verdict, direction }: Finding): string {
  return `${rule}: ${verdict}${direction ? ` (${direction})` : ""}`;
}

function judgement(id: string, direction: Direction | null): Verdict | undefined {
  const verdict = rules.find((rule) => rule.id === id)?.verdict;
  return typeof verdict === "object" ? verdict[direction ?? "response"] : verdict;
}

describe("every rule", () => {
  it("stands in a file of its own, and in the index", () => {
    const files = readdirSync(new URL("rules/", import.meta.url)).filter((name) => name !== "index.ts");
    expect(rules.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });

  it("has a fixture", () => {
    expect([...Object.keys(fixtures), ...VERSION_RULES].sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  it("names the rule that reports the reverse change, which exists", () => {
    const ids = new Set(rules.map(({ id }) => id));
    expect(rules.filter(({ mirror }) => mirror !== null && !ids.has(mirror)).map(({ id }) => id)).toEqual([]);
  });

  it("says in both languages what changed, why it matters and how to mend it", () => {
    for (const { id, en, es } of rules) {
      for (const text of [en.what, en.why, en.mend, es.what, es.why, es.mend]) expect(text, id).toMatch(/^\S.*\S$/s);
      const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();
      expect(holes(es.what), id).toEqual(holes(en.what));
      expect(en.what, id).not.toBe(es.what);
    }
  });

  it("counts at least thirty that two OpenAPI documents would not show", () => {
    expect(rules.filter(({ seenBy }) => seenBy === "protocol").length).toBeGreaterThanOrEqual(30);
  });
});

describe("the fixture of", () => {
  it.each(Object.entries(fixtures))("%s makes exactly its findings", (rule, { findings }) => {
    expect((forward.get(rule) ?? []).map(short).sort()).toEqual([...findings].sort());
    expect(findings.some((finding) => finding.startsWith(`${rule}: `))).toBe(true);
  });

  it("makes no finding that belongs to no fixture", () => {
    expect((forward.get("nobody") ?? []).map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([]);
  });

  it.each(Object.keys(fixtures))("%s fills every hole of its texts and points at a line", (rule) => {
    for (const { en, es, at } of forward.get(rule) ?? []) {
      for (const text of [en.what, en.why, en.mend, es.what, es.why, es.mend])
        expect(text).not.toMatch(/\{\w+\}|undefined/);
      expect(en.what).not.toMatch(/ instead of \.|it was ;|: \.$/);
      expect(at).toMatchObject({ file: "main.tsp", line: expect.any(Number) });
    }
  });
});

describe("the reverse change", () => {
  const mirrored = rules.filter(({ mirror, id }) => mirror !== null && !VERSION_RULES.includes(id));

  it.each(mirrored.map(({ id, mirror }) => [id, mirror ?? ""]))("of %s is reported by %s", (id, mirror) => {
    expect((backward.get(id) ?? []).map(({ rule }) => rule)).toContain(mirror);
  });

  it("is compatible where the change breaks, each way by itself", () => {
    let held = 0;
    for (const { id, mirror } of mirrored) {
      for (const finding of (forward.get(id) ?? []).filter(({ rule }) => rule === id)) {
        if (finding.verdict !== "breaking" || judgement(mirror ?? "", finding.direction) !== "compatible") continue;
        const reverse = backward
          .get(id)
          ?.find(
            ({ rule, direction, subject }) =>
              rule === mirror && direction === finding.direction && subject === finding.subject,
          );
        expect(reverse?.verdict, `${id} ${finding.direction}`).toBe("compatible");
        held += 1;
      }
    }
    expect(held).toBeGreaterThan(50);
  });

  it("breaks as well only for the rules that say so", () => {
    const bothWays = mirrored.filter(({ id, mirror }) => {
      const ways: (Direction | null)[] = ["request", "response"];
      return ways.every(
        (way) =>
          ![judgement(id, way), judgement(mirror ?? "", way)].some(
            (verdict) => verdict === "compatible" || verdict === "editorial",
          ),
      );
    });
    expect(bothWays.map(({ id }) => id).sort()).toMatchInlineSnapshot(`
      [
        "answer-kind-changed",
        "answer-media-type-changed",
        "answer-status-added",
        "answer-status-removed",
        "base-path-changed",
        "body-added-required",
        "deadline-range-changed",
        "default-added",
        "default-changed",
        "default-removed",
        "erratum-decision-changed",
        "error-status-changed",
        "evidence-default-sensitivity-lowered",
        "evidence-default-sensitivity-raised",
        "evidence-floor-lowered",
        "evidence-floor-raised",
        "evidence-recognition-changed",
        "format-changed",
        "initial-state-changed",
        "keyword-reversed",
        "move-agent-condition-changed",
        "move-autonomy-tightened",
        "move-autonomy-weakened",
        "operation-agent-condition-changed",
        "operation-autonomy-tightened",
        "operation-autonomy-weakened",
        "operation-route-changed",
        "parameter-added-required",
        "parameter-moved",
        "pattern-changed",
        "requirement-text-changed",
        "sensitivity-lowered",
        "sensitivity-raised",
        "state-added",
        "state-added-before-terminal",
        "state-became-terminal",
        "state-kind-changed",
        "state-no-longer-terminal",
        "state-order-changed",
        "state-removed",
        "type-changed",
      ]
    `);
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { fixtures } from "./fixtures/index.ts";
import { rules } from "./rules/index.ts";

type Answer = string | { readonly none: string };

interface PublishedRules {
  readonly reasons: Readonly<Record<string, string>>;
  readonly oasdiff: Readonly<Record<string, Answer>>;
  readonly buf: Readonly<Record<string, Answer>>;
}

const published = parse(readFileSync(new URL("published-rules.yaml", import.meta.url), "utf8"), {
  uniqueKeys: true,
}) as PublishedRules;
const answers = [...Object.entries(published.oasdiff), ...Object.entries(published.buf)];
const ours = new Set(rules.map(({ id }) => id));

describe("every published rule", () => {
  it("of oasdiff and of buf is listed", () => {
    expect(Object.keys(published.oasdiff).length).toBeGreaterThanOrEqual(400);
    expect(Object.keys(published.buf).length).toBeGreaterThanOrEqual(60);
  });

  it("that applies is answered by a rule of ours with a fixture", () => {
    for (const [id, answer] of answers) {
      if (typeof answer !== "string") continue;
      expect(ours, id).toContain(answer);
      expect(answer === "version-removed" || answer in fixtures, id).toBe(true);
    }
  });

  it("that does not apply has a reason, and every reason is used", () => {
    const given = answers.flatMap(([, answer]) => (typeof answer === "string" ? [] : [answer.none]));
    expect([...new Set(given)].sort()).toEqual(Object.keys(published.reasons).sort());
  });

  it("about what only OpenAPI would show is answered by a rule that OpenAPI would show", () => {
    const elsewhere = rules
      .filter(({ seenBy, id }) => seenBy === "protocol" && Object.values(published.oasdiff).includes(id))
      .map(({ id }) => id);
    expect(elsewhere.sort()).toEqual([
      "doc-changed",
      "operation-became-scoped",
      "operation-became-unscoped",
      "operation-error-added",
      "operation-error-dropped",
      "phase-changed",
      "scope-added",
      "scope-removed",
      "tier-loosened",
      "tier-tightened",
      "type-name-removed",
    ]);
  });
});

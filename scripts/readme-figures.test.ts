import { describe, expect, it } from "vitest";
import { figuresOf, type LevelCoverage, withFigures } from "./readme-figures.ts";

const none = { tested: 0, excluded: 0, unclassified: 0, total: 0 };
const levels: readonly LevelCoverage[] = [
  { level: "CORE", must: { tested: 94, excluded: 0, unclassified: 0, total: 94 }, should: none },
  {
    level: "FULL",
    must: { tested: 70, excluded: 1, unclassified: 0, total: 71 },
    should: { tested: 5, excluded: 0, unclassified: 1, total: 6 },
  },
];
const score = {
  killed: 299,
  total: 300,
  requirements: 150,
  levels: { CORE: { killed: 200, total: 200, requirements: 90 } },
};

describe("figures of the ledger and of the hunt", () => {
  const text = figuresOf(levels, score)["mutation score"] ?? "";

  it("are summed over the levels", () => {
    expect(text).toContain("Of 171 requirements 169 are tested and 1 are excluded with a reason.");
    expect(text).toContain("The suite catches 299 of 300 faulty nodes");
  });

  it("stand in a table with a row for each level, hunted or not", () => {
    expect(text).toContain("| CORE | 94 of 94 | 0 of 0 | 90 | 200 of 200 |");
    expect(text).toContain("| FULL | 70 of 71, 1 excluded | 5 of 6 | 0 | 0 of 0 |");
  });
});

describe("a document with generated figures", () => {
  const figures = { score: "7 of 7" };
  const document = (figure: string) => `# Title\n\n<!-- generated: score -->\n\n${figure}\n\n<!-- end -->\n\nText.\n`;

  it("is left alone when they are the generated ones", () => {
    expect(withFigures(document("7 of 7"), figures)).toBe(document("7 of 7"));
  });

  it("gets them in place of others, and keeps everything around", () => {
    expect(withFigures(document("6 of 7"), figures)).toBe(document("7 of 7"));
    expect(withFigures("a\n<!-- generated: score -->\n<!-- end -->\nb", figures)).toBe(
      "a\n<!-- generated: score -->\n\n7 of 7\n\n<!-- end -->\nb",
    );
  });

  it.each([
    ["a marker that nothing fills", "<!-- generated: other -->\n<!-- end -->", 'There are no figures called "other".'],
    ["no marker", "# Title", "The marker <!-- generated: score --> is missing."],
    [
      "a marker that is left open",
      "<!-- generated: score -->\n7 of 7",
      "A marker of generated figures has no <!-- end -->.",
    ],
  ])("is refused with %s", (_what, text, problem) => {
    expect(() => withFigures(text, figures)).toThrow(problem);
  });
});

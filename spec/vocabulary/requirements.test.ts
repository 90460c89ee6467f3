import { describe, expect, it } from "vitest";
import { codesAndPlaces, diagnose } from "./testing/diagnose.ts";

interface Members {
  readonly id?: string;
  readonly keyword?: string;
  readonly text?: string;
  readonly source?: string;
  readonly test?: string;
}

function requirement(members: Members, target = "M"): string {
  const {
    id = "SVC-TIME-001",
    keyword = "MUST",
    text = "A node MUST answer.",
    source = "page 1",
    test = "pos: it answers",
  } = members;
  const level = "level: Level.CORE";
  return `@@requirement(${target}, #{ id: "${id}", keyword: Keyword.\`${keyword}\`, ${level}, text: "${text}", source: "${source}", test: "${test}" });`;
}

function erratum(id: string, decision = "Both."): string {
  return `@@erratum(M, #{ id: "${id}", question: "Which?", decision: "${decision}" });`;
}

const MODEL = "model M { a: string }";

describe("a requirement", () => {
  it("compiles on an object, a property and the whole protocol", async () => {
    const source =
      MODEL +
      requirement({}) +
      requirement({ id: "SVC-TIME-002" }, "M.a") +
      requirement({ id: "SVC-TIME-003", keyword: "MUST NOT", text: "It MUST NOT." }, "Servicialo");
    expect(await diagnose(source)).toEqual([]);
  });

  it.each(["SVC-TIME-1", "TIME-001", "svc-time-001"])("cannot have the id %s", async (id) => {
    expect(await codesAndPlaces(MODEL + requirement({ id }))).toEqual([{ code: "requirement-id", at: `"${id}"` }]);
  });

  it("has an id of its own, whatever it is on", async () => {
    const source = MODEL + requirement({}) + requirement({}, "M.a");
    expect(await codesAndPlaces(source)).toEqual([{ code: "duplicate-requirement", at: `"SVC-TIME-001"` }]);
  });

  it.each([
    ["MUST", "A node should answer."],
    ["MUST", "A node MUST NOT answer."],
    ["SHOULD NOT", "A node SHOULD answer."],
    ["MAY", "A node does so in MAYO."],
  ])("that is a %s does not read %j", async (keyword, text) => {
    expect(await codesAndPlaces(MODEL + requirement({ keyword, text }))).toEqual([
      { code: "requirement-keyword", at: `"${text}"` },
    ]);
  });

  it.each(["source", "test"])("has a %s", async (member) => {
    expect(await codesAndPlaces(MODEL + requirement({ [member]: "" }))).toEqual([{ code: "empty-text", at: `""` }]);
  });
});

describe("an erratum", () => {
  it("has an id of its own", async () => {
    expect(await diagnose(MODEL + erratum("D-01") + erratum("D-02"))).toEqual([]);
    const twice = MODEL + erratum("D-01") + erratum("D-01");
    expect(await codesAndPlaces(twice)).toEqual([{ code: "duplicate-erratum", at: `"D-01"` }]);
  });

  it("has an id of one letter and a number", async () => {
    expect(await codesAndPlaces(MODEL + erratum("decision 1"))).toEqual([{ code: "erratum-id", at: `"decision 1"` }]);
  });

  it("says what is decided", async () => {
    expect(await codesAndPlaces(MODEL + erratum("D-01", ""))).toEqual([{ code: "empty-text", at: `""` }]);
  });
});

import { describe, expect, it } from "vitest";
import { codesAndPlaces, diagnose } from "./testing/diagnose.ts";
import { ENVELOPES } from "./testing/sources.ts";

describe("an envelope", () => {
  it("compiles when its data has type and attributes, one or a list of them", async () => {
    expect(await diagnose(`${ENVELOPES} model Use { a: Single<{}, "a">; b: Collection<{}, "b">; }`)).toEqual([]);
  });

  it("needs data", async () => {
    expect(await codesAndPlaces(`@envelope("single") model Bare { type: string }`)).toEqual([
      { code: "envelope-shape", at: "Bare" },
    ]);
  });

  it("needs a type and attributes in its data", async () => {
    const source = `@envelope("single") model Bare { data: { type: string } }`;
    expect(await codesAndPlaces(source)).toEqual([{ code: "envelope-shape", at: "data" }]);
  });

  it.each([
    ["collection", "{ type: string; attributes: {} }"],
    ["single", "{ type: string; attributes: {} }[]"],
  ])("that is a %s does not hold %s", async (kind, data) => {
    const source = `@envelope("${kind}") model Wrong { data: ${data} }`;
    expect(await codesAndPlaces(source)).toEqual([{ code: "envelope-kind", at: "data" }]);
  });
});

describe("a closed object", () => {
  it.each(["model Bag is Record<string> {}", "model Bag extends Base {} model Base { ...Record<string> }"])(
    "is no record: %s",
    async (model) => {
      expect(await codesAndPlaces(`@closed ${model}`)).toEqual([{ code: "closed-record", at: "@closed" }]);
    },
  );
});

describe("a rule on which properties are present", () => {
  const base = 'model Base { kind: "a" | "b"; one?: string; }';

  it("compiles with optional properties, inherited ones included", async () => {
    const source = `${base} @atLeastOneOf("one", "two") @exactlyOneOf("one", "two") @requiredWhen("kind", #["a"], "two") model M extends Base { two?: string }`;
    expect(await diagnose(source)).toEqual([]);
  });

  it.each(["atLeastOneOf", "exactlyOneOf"])("@%s names properties that exist, at the name", async (word) => {
    const [problem, ...others] = await diagnose(`${base} @${word}("one", "tow") model M extends Base { two?: string }`);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: "unknown-property", at: `"tow"` });
    expect(problem?.message).toContain("kind, one, two");
  });

  it("@requiredWhen names properties and values that exist", async () => {
    const source = `${base} @requiredWhen("kidn", #["a"], "one") @requiredWhen("kind", #["a", "c"], "thre") model M extends Base {}`;
    expect(await codesAndPlaces(source)).toEqual([
      { code: "unknown-property", at: `"thre"` },
      { code: "unknown-value", at: `"c"` },
      { code: "unknown-property", at: `"kidn"` },
    ]);
  });

  it.each([
    `@atLeastOneOf("one")`,
    `@exactlyOneOf()`,
    `@requiredWhen("kind", #[], "one")`,
    `@requiredWhen("kind", #["a"])`,
  ])("decides something: %s", async (rule) => {
    expect(await codesAndPlaces(`${base} ${rule} model M extends Base {}`)).toEqual([{ code: "short-rule", at: rule }]);
  });

  it.each([`@atLeastOneOf("one", "kind")`, `@requiredWhen("one", #["x"], "kind")`])(
    "depends on optional properties: %s",
    async (rule) => {
      expect(await codesAndPlaces(`${base} ${rule} model M extends Base {}`)).toEqual([
        { code: "always-present", at: `"kind"` },
      ]);
    },
  );
});

describe("unique items", () => {
  it("stand on an array, which may be null", async () => {
    expect(await diagnose("model M { @uniqueItems a: string[]; @uniqueItems b: string[] | null; }")).toEqual([]);
    expect(await codesAndPlaces("model M { @uniqueItems a: string; }")).toEqual([
      { code: "not-an-array", at: "@uniqueItems" },
    ]);
  });
});

describe("aliases", () => {
  it("mean one member", async () => {
    const source = `enum Role { @aliases("pro") provider, @aliases("pro") client, @aliases("client") other }`;
    expect(await codesAndPlaces(source)).toEqual([
      { code: "duplicate-alias", at: "client" },
      { code: "duplicate-alias", at: "other" },
    ]);
  });
});

describe("text", () => {
  it("with a format has a pattern too, its own or its base's", async () => {
    const source = `@format("date") @pattern("^x$") scalar Day extends string; @format("date") scalar Other extends Day; model M { @format("date") a: Day }`;
    expect(await diagnose(source)).toEqual([]);
    expect(await codesAndPlaces(`@format("date") scalar Day extends string;`)).toEqual([
      { code: "format-without-pattern", at: "Day" },
    ]);
    expect(await codesAndPlaces(`model M { @format("date") day: string }`)).toEqual([
      { code: "format-without-pattern", at: "day" },
    ]);
  });

  it("has patterns that a Unicode-aware reader compiles", async () => {
    const [problem, ...others] = await diagnose(`@pattern("^\\\\-$") scalar Dash extends string;`);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: "pattern-syntax", at: "Dash" });
  });
});

describe("sensitivity", () => {
  it("is one of the levels of the vocabulary", async () => {
    expect(await diagnose("model M { @sensitivity(Sensitivity.personal) name: string }")).toEqual([]);
    const [problem] = await diagnose("model M { @sensitivity(Sensitivity.hidden) name: string }");
    expect(problem?.code).toBe("invalid-ref");
  });
});

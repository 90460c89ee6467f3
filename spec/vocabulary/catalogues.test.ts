import { describe, expect, it } from "vitest";
import { codesAndPlaces, diagnose } from "./testing/diagnose.ts";
import { CATALOGUES, ENVELOPES, operation } from "./testing/sources.ts";

function error(code: string, members = `status: 404, title: "Not found", \`when\`: "unknown id"`): string {
  return `@errorCatalogue enum Codes { @wireError(#{ ${members}, retryable: false, edition: "standard" }) ${code} }`;
}

describe("the catalogue of errors", () => {
  it("compiles when each code has a status, a title and a meaning", async () => {
    expect(await diagnose(CATALOGUES)).toEqual([]);
  });

  it("is the only one", async () => {
    expect(await codesAndPlaces(CATALOGUES + error("OTHER"))).toEqual([{ code: "second-catalogue", at: "Codes" }]);
  });

  it("describes each code", async () => {
    expect(await codesAndPlaces("@errorCatalogue enum Codes { NOT_FOUND }")).toEqual([
      { code: "missing-wire-error", at: "NOT_FOUND" },
    ]);
  });

  it("is where described codes stand", async () => {
    const source = error("NOT_FOUND").replace("@errorCatalogue ", "");
    expect(await codesAndPlaces(source)).toEqual([{ code: "stray-wire-error", at: "NOT_FOUND" }]);
  });

  it("writes codes in UPPER_SNAKE_CASE", async () => {
    expect(await codesAndPlaces(error("notFound"))).toEqual([{ code: "wire-error-code", at: "notFound" }]);
  });

  it.each([399, 600])("has no status %i", async (status) => {
    const source = error("NOT_FOUND", `status: ${status}, title: "Not found", \`when\`: "unknown id"`);
    expect(await codesAndPlaces(source)).toEqual([{ code: "wire-error-status", at: String(status) }]);
  });

  it("leaves no text empty", async () => {
    const source = error("NOT_FOUND", `status: 404, title: "", \`when\`: " "`);
    expect(await codesAndPlaces(source)).toEqual([
      { code: "empty-text", at: `""` },
      { code: "empty-text", at: `" "` },
    ]);
  });
});

describe("the catalogue of scopes", () => {
  it("writes scopes as resource:action", async () => {
    const source = `@scopeCatalogue enum Scopes { read: "schedule.read" }`;
    expect(await codesAndPlaces(source)).toEqual([{ code: "scope-name", at: "read" }]);
  });

  it("has each scope once", async () => {
    const source = `@scopeCatalogue enum Scopes { one: "a:b", two: "a:b" }`;
    expect(await codesAndPlaces(source)).toEqual([{ code: "duplicate-scope", at: "two" }]);
  });

  it("is the only one", async () => {
    const source = `${CATALOGUES} @scopeCatalogue enum More { x: "a:b" }`;
    expect(await codesAndPlaces(source)).toEqual([{ code: "second-catalogue", at: "More" }]);
  });
});

describe("an operation that names a member of another enum", () => {
  it.each([
    ["scope", "@scopes(Other.a)", "@scopeCatalogue"],
    ["error", "@raises(ErrorCode.NOT_FOUND, Other.a)", "@errorCatalogue"],
  ])("as %s is refused at the name", async (_, words, catalogue) => {
    const source = `${CATALOGUES}${ENVELOPES} enum Other { a } ${operation({ words })}`;
    const [problem, ...others] = await diagnose(source);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: "not-catalogued", at: "Other.a" });
    expect(problem?.message).toContain(catalogue);
  });
});

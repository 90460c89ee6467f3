import { describe, expect, it } from "vitest";
import { codesAndPlaces, diagnose } from "./testing/diagnose.ts";

const ENUMS = `enum Vertical { health, home } enum Type { gps, document: "doc" }`;
const METHOD = `method: "any", defaultSensitivity: "internal", required: "never"`;

function kind(name: string, members = METHOD, model = "M"): string {
  return `@evidenceKind(Vertical.health, Type.document, #{ name: "${name}", ${members} }) model ${model} { event: "in" | "out"; free?: string }`;
}

describe("a kind of evidence", () => {
  it("compiles with a discriminator of its own and a floor below its default", async () => {
    const first = `discriminator: #{ property: "event", value: "in" }, floor: "public", synonyms: #["check_in"], ${METHOD}`;
    const second = `discriminator: #{ property: "event", value: "out" }, ${METHOD}`;
    expect(await diagnose(ENUMS + kind("entry", first) + kind("exit", second, "N"))).toEqual([]);
  });

  it("is told apart by a property that exists", async () => {
    const members = `discriminator: #{ property: "evnt", value: "in" }, ${METHOD}`;
    expect(await codesAndPlaces(ENUMS + kind("entry", members))).toEqual([{ code: "unknown-property", at: `"evnt"` }]);
  });

  it("is told apart by a value that the property can have", async () => {
    const members = `discriminator: #{ property: "event", value: "inside" }, ${METHOD}`;
    expect(await codesAndPlaces(ENUMS + kind("entry", members))).toEqual([{ code: "unknown-value", at: `"inside"` }]);
  });

  it("is never below its floor by default", async () => {
    const members = `method: "any", defaultSensitivity: "internal", floor: "restricted", required: "never"`;
    expect(await codesAndPlaces(ENUMS + kind("entry", members))).toEqual([
      { code: "evidence-sensitivity", at: `"internal"` },
    ]);
  });

  it("has a name of its own in its vertical", async () => {
    const source = ENUMS + kind("entry") + kind("entry", METHOD, "N");
    expect(await codesAndPlaces(source)).toEqual([{ code: "duplicate-evidence-kind", at: `"entry"` }]);
    expect(await diagnose(ENUMS + kind("entry") + kind("entry", METHOD, "N").replace(".health", ".home"))).toEqual([]);
  });

  it("has synonyms that name nothing else", async () => {
    const members = `discriminator: #{ property: "event", value: "in" }, synonyms: #["ok", "exit"], ${METHOD}`;
    const source = ENUMS + kind("entry", members) + kind("exit", METHOD, "N");
    expect(await codesAndPlaces(source)).toEqual([{ code: "evidence-synonym", at: `"exit"` }]);
  });

  it("cannot be mistaken for another of its type", async () => {
    const members = `discriminator: #{ property: "event", value: "in" }, ${METHOD}`;
    const source = ENUMS + kind("entry", members) + kind("exit", members, "N");
    expect(await codesAndPlaces(source)).toEqual([
      { code: "ambiguous-evidence-kind", at: `#{ property: "event", value: "in" }` },
    ]);
  });
});

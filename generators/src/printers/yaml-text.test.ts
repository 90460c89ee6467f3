import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { yamlText } from "./yaml-text.ts";

const asLibrary = (value: unknown) => stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 });

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("a", "B", " ", "\n", "-", ":", "#", "'", '"', "|", "0", ".", ",", "é", "\t") }),
  fc.constantFrom("null", "True", "yes", "12", "1e3", "0x1F", "2026-03-03", "~", "", "- a", "a: b", "a #b", "=", "..."),
);
/** Save for the marks of a document's end, which the library quotes only at the margin. */
const key = fc
  .oneof(fc.constantFrom("name", "x y", "0", "true", "$ref", "/path/{id}"), text)
  .filter((name) => name.length < 100 && !/^(?:\.\.\.|---)/.test(name));
const { document } = fc.letrec<{ document: unknown }>((tie) => ({
  document: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(text, fc.boolean(), fc.constant(null), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
    fc.array(tie("document"), { maxLength: 4 }),
    fc.dictionary(key, tie("document"), { maxKeys: 4 }),
  ),
}));

describe("YAML text", () => {
  it("is what the library writes, byte for byte", () => {
    fc.assert(
      fc.property(document, (value) => {
        const json: unknown = JSON.parse(JSON.stringify(value));
        expect(yamlText(json)).toBe(asLibrary(json));
      }),
      { numRuns: 2000 },
    );
  });

  it("leaves out members that are undefined", () => {
    expect(yamlText({ a: undefined, b: [{ c: undefined, d: 1 }] })).toBe("b:\n  - d: 1\n");
  });
});

import { describe, expect, it } from "vitest";
import { canonicalDigest, canonicalJson } from "./canonical-json.ts";

describe("canonical JSON", () => {
  it("orders members by their UTF-16 units, whatever order they came in", () => {
    // The example of RFC 8785, 3.2.3.
    const value = JSON.parse(
      '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",' +
        '"\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
    );
    const order = [...canonicalJson(value).matchAll(/:"([A-Z][a-z]+)/g)].map((match) => match[1]);
    expect(order).toEqual(["Carriage", "One", "Control", "Latin", "Euro", "Emoji", "Hebrew"]);
  });

  it("puts members that look like numbers in the order of their text", () => {
    expect(canonicalJson({ b: 1, 9: 1, 10: 1 })).toBe('{"10":1,"9":1,"b":1}');
  });

  it("writes numbers, strings and nesting as ECMAScript does", () => {
    const value = JSON.parse(
      '{ "n": [ 333333333.33333329, 1E30, 4.50, 2e-3, 1e-27 ], "s": "\\u000f\\n<\\/" , "x": null }',
    );
    expect(canonicalJson(value)).toBe('{"n":[333333333.3333333,1e+30,4.5,0.002,1e-27],"s":"\\u000f\\n</","x":null}');
  });

  it("gives the digest of an empty object", () => {
    expect(canonicalDigest({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  });
});

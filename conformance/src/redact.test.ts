import { describe, expect, it } from "vitest";
import { Redactor, tokenVariable } from "./redact.ts";
import { CREDENTIAL_KINDS, type Credentials } from "./settings.ts";

const credentials: Credentials = Object.fromEntries(
  CREDENTIAL_KINDS.map((kind, index) => [kind, { token: `planted/${kind}+secret=${index}"\\` }]),
);

describe("what leaves the process", () => {
  it.each(CREDENTIAL_KINDS)("never holds the token of %s, in whatever spelling", (kind) => {
    const redactor = new Redactor(credentials, "http://me:url-password@node.example");
    const secret = credentials[kind]?.token ?? "";
    const spellings = [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      Buffer.from(secret).toString("base64"),
      Buffer.from(secret).toString("base64url"),
    ];
    for (const spelling of spellings) {
      expect(redactor.text(`before ${spelling} after`)).toBe(`before $${tokenVariable(kind)} after`);
      expect(JSON.stringify(redactor.value({ a: [`x${spelling}`], [spelling]: 1 }))).not.toContain(spelling);
    }
    expect(redactor.text("http://me:url-password@node.example")).not.toContain("url-password");
  });

  it("never holds a secret that the node made up, not even where it is used later under another name", () => {
    const redactor = new Redactor({});
    const answer = '{"data":{"attributes":{"signing_key":"whsec-of-the-node-123","password":"short","token":""}}}';
    redactor.learn(answer);
    expect(redactor.text(answer)).not.toMatch(/whsec|short/);
    expect(redactor.text("signed with whsec-of-the-node-123")).toBe("signed with [redacted]");
    expect(redactor.text("in short")).toBe("in short");
    expect(redactor.value({ "x-api-key": "abc", "set-cookie": "a=b", authorization: "Bearer abc" })).toEqual({
      "x-api-key": "[redacted]",
      "set-cookie": "[redacted]",
      authorization: "[redacted]",
    });
  });
});

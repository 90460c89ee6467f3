import { describe, expect, it } from "vitest";
import { codesAndPlaces } from "./testing/diagnose.ts";

function approval(members: Record<string, string>): string {
  const given = {
    rfc: "RFC-0001",
    rule: "state-removed",
    subject: "state door.open",
    reason: "Doors stay shut.",
    expires: "2027-03-31",
    ...members,
  };
  const text = Object.entries(given).map(([member, value]) => `${member}: "${value}"`);
  return `@approvedChange(#{ ${text.join(", ")} }) model Door {}`;
}

describe("@approvedChange", () => {
  it("takes an RFC, a rule, a subject, a reason and a last day", async () => {
    expect(await codesAndPlaces(approval({}))).toEqual([]);
    expect(await codesAndPlaces(approval({ version: "0.9" }))).toEqual([]);
  });

  it("refuses what is not the number of an RFC", async () => {
    expect(await codesAndPlaces(approval({ rfc: "1" }))).toEqual([{ code: "approval-rfc", at: '"1"' }]);
  });

  it.each(["soon", "2027-02-30", "31.03.2027"])("refuses %s as a day", async (expires) => {
    expect(await codesAndPlaces(approval({ expires }))).toEqual([{ code: "approval-expiry", at: `"${expires}"` }]);
  });

  it("asks for a reason, a rule and a subject in words", async () => {
    expect(await codesAndPlaces(approval({ reason: " ", rule: "", subject: "" }))).toEqual([
      { code: "empty-text", at: '""' },
      { code: "empty-text", at: '""' },
      { code: "empty-text", at: '" "' },
    ]);
  });
});

describe("a requirement that a later version says otherwise", () => {
  const requirement = (revised: string) =>
    `@requirement(#{ id: "SVC-TIME-001", keyword: Keyword.SHOULD, level: Level.CORE, text: "A node SHOULD answer.", source: "page 1", test: "pos: it answers", revised: #[${revised}] }) model Door {}`;

  it("may change its level, or its keyword together with its sentence", async () => {
    const revisions =
      '#{ version: "0.9", level: Level.FULL }, #{ version: "1.0", keyword: Keyword.MUST, text: "A node MUST answer." }';
    expect(await codesAndPlaces(requirement(revisions))).toEqual([]);
  });

  it("cannot say another keyword than its sentence", async () => {
    const revision = '#{ version: "0.9", keyword: Keyword.MUST }';
    expect(await codesAndPlaces(requirement(revision))).toEqual([{ code: "requirement-keyword", at: revision }]);
  });
});

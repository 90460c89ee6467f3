import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findRequirement } from "./artefacts.ts";
import { holdAgainst, readExpectedFailures } from "./expected-failures.ts";
import { type RequirementResult, unjudged } from "./run-report.ts";
import type { Verdict } from "./verdict.ts";

const folder = mkdtempSync(join(tmpdir(), "expected-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string): string {
  const path = join(folder, "expected.yaml");
  writeFileSync(path, content);
  return path;
}

function result(id: string, verdict: Verdict): RequirementResult {
  const requirement = findRequirement(id);
  if (requirement === undefined) throw new Error(id);
  return { ...unjudged(requirement, "NOT_VERIFIED", "r"), verdict, file: `${id}.case.ts` };
}

const known = { requirement: "SVC-HTTP-001", verdict: "FAIL", reason: "known", until: null } as const;
const TODAY = "2026-11-21";

describe("expected failures", () => {
  it("are read with FAIL as the usual verdict and a last day", () => {
    const path = file("expected:\n  - requirement: SVC-HTTP-001\n    reason: is being built\n    until: 2027-01-31\n");
    expect(readExpectedFailures(path)).toEqual([{ ...known, reason: "is being built", until: "2027-01-31" }]);
  });

  it.each([
    ["no list", "x: 1", "no list named expected"],
    ["broken YAML", "expected: [", "expected.yaml:"],
    ["an unknown requirement", "expected: [{ requirement: SVC-X-001, reason: r }]", "the ledger has no SVC-X-001"],
    ["no reason", "expected: [{ requirement: SVC-HTTP-001 }]", "expected[0].reason says why"],
    ["a wrong verdict", "expected: [{ requirement: SVC-HTTP-001, reason: r, verdict: PASS }]", "is one of FAIL"],
    ["an unknown member", "expected: [{ requirement: SVC-HTTP-001, reason: r, note: n }]", "note is unknown"],
    ["no day", "expected: [{ requirement: SVC-HTTP-001, reason: r, until: soon }]", "is a day like"],
    ["one twice", "expected: [&a { requirement: SVC-HTTP-001, reason: r }, *a]", "stands there twice"],
  ])("are refused with %s, in one line", (_name, content, message) => {
    expect(() => readExpectedFailures(file(content))).toThrow(message);
  });

  it("hold when exactly they fail", () => {
    const outcome = holdAgainst([known], [result("SVC-HTTP-001", "FAIL"), result("SVC-HTTP-002", "PASS")], TODAY);
    expect(outcome).toMatchObject({ stale: [], unexpected: [] });
  });

  it.each([
    ["passes", [result("SVC-HTTP-001", "PASS")], known, "it is PASS"],
    ["is of another level", [], known, "not part of this level"],
    ["is over", [result("SVC-HTTP-001", "FAIL")], { ...known, until: "2026-11-20" }, "until 2026-11-20"],
  ])("are stale when one %s", (_name, results, entry, problem) => {
    const { stale } = holdAgainst([entry], results, TODAY);
    expect(stale[0]?.problem).toContain(problem);
  });

  it("leave other failures unexpected", () => {
    const results = [result("SVC-HTTP-001", "FAIL"), result("SVC-HTTP-002", "NOT_VERIFIED")];
    expect(holdAgainst([known], results, TODAY).unexpected).toEqual(["SVC-HTTP-002"]);
  });
});

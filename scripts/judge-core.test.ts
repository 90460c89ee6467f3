import { describe, expect, it } from "vitest";
import { type CertificationReport, problemsOf } from "./judge-core.ts";

function reportOf(verdict: string, keyword = "MUST", truncated: string | null = null): CertificationReport {
  return {
    run: { truncated, unreachable: false },
    level: { level: "core", outcome: "incomplete", met: 0, total: 1, warnings: 0, counts: { [verdict]: 1 } },
    requirements: [{ id: "SVC-LIFE-001", keyword, text: "A session MUST move in order.", verdict, reason: "because" }],
  };
}

describe("what speaks against a node", () => {
  it.each([
    ["FAIL", "MUST"],
    ["FAIL", "MUST NOT"],
    ["HARNESS_ERROR", "MUST"],
    ["HARNESS_ERROR", "SHOULD"],
  ])("is a %s of a %s", (verdict, keyword) => {
    expect(problemsOf(reportOf(verdict, keyword))).toEqual([
      `${verdict} SVC-LIFE-001 A session MUST move in order. (because)`,
    ]);
  });

  it.each([
    ["PASS", "MUST"],
    ["NOT_VERIFIED", "MUST"],
    ["NOT_APPLICABLE", "MUST"],
    ["FAIL", "SHOULD"],
  ])("is not a %s of a %s", (verdict, keyword) => {
    expect(problemsOf(reportOf(verdict, keyword))).toEqual([]);
  });

  it("is a run that ended early", () => {
    expect(problemsOf(reportOf("PASS", "MUST", "the node stopped answering"))).toEqual([
      "The run ended early: the node stopped answering",
    ]);
  });

  it("is a run that judged nothing", () => {
    expect(problemsOf({ ...reportOf("PASS"), requirements: [] })).toHaveLength(1);
  });
});

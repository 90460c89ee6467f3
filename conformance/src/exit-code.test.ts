import { describe, expect, it } from "vitest";
import { exitCodeOf } from "./exit-code.ts";
import type { LevelOutcome, LevelResult, RunEnd } from "./run-report.ts";
import { VERDICTS, type Verdict } from "./verdict.ts";

function levelWith(outcome: LevelOutcome, counted: Partial<Record<Verdict, number>> = {}): LevelResult {
  const counts = {
    ...(Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>),
    ...counted,
  };
  return { level: "core", outcome, met: 0, total: 1, counts, warnings: 0 };
}

const whole = { ended: "whole" as RunEnd };
const entry = { requirement: "SVC-HTTP-001", verdict: "FAIL", reason: "known", until: null } as const;

describe("the exit code of a run", () => {
  it("is 0 when the level is reached", () => {
    expect(exitCodeOf({ ...whole, level: levelWith("reached", { PASS: 1 }) })).toBe(0);
  });

  it("is 1 when a MUST failed, whatever else could not be judged", () => {
    const level = levelWith("failed", { FAIL: 1, HARNESS_ERROR: 1, NOT_VERIFIED: 4 });
    expect(exitCodeOf({ ...whole, level })).toBe(1);
    expect(exitCodeOf({ ended: "bailed", level })).toBe(1);
  });

  it("is 2 when the suite itself failed, the node cannot be reached, or the set-up makes judging pointless", () => {
    expect(exitCodeOf({ ...whole, level: levelWith("incomplete", { HARNESS_ERROR: 1 }) })).toBe(2);
    for (const ended of ["unreachable", "refused"] as const)
      expect(exitCodeOf({ ended, level: levelWith("incomplete") })).toBe(2);
  });

  it("is 3 when nothing failed and something is not verified", () => {
    expect(exitCodeOf({ ...whole, level: levelWith("incomplete", { NOT_VERIFIED: 1 }) })).toBe(3);
  });

  it.each(["budget", "interrupted", "lost", "silent"] as const)(
    "is 3, and never a grade, for a run that ended as %s",
    (ended) => {
      for (const outcome of ["reached", "failed", "incomplete"] as const)
        expect(exitCodeOf({ ended, level: levelWith(outcome, { FAIL: 1 }) })).toBe(3);
    },
  );

  it("is 0 when all that fails is expected, and 1 when an expectation is stale or something else fails", () => {
    const level = levelWith("failed", { FAIL: 1 });
    const outcome = { expected: [entry], stale: [], unexpected: [] };
    expect(exitCodeOf({ ...whole, level }, outcome)).toBe(0);
    expect(exitCodeOf({ ...whole, level }, { ...outcome, unexpected: ["SVC-HTTP-002"] })).toBe(1);
    const stale = { ...outcome, stale: [{ requirement: "SVC-HTTP-001", problem: "it passes" }] };
    expect(exitCodeOf({ ...whole, level: levelWith("reached") }, stale)).toBe(1);
  });
});

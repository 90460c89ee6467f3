import { describe, expect, it } from "vitest";
import { exitCodeOf } from "./exit-code.ts";
import type { LevelOutcome, LevelResult } from "./run-report.ts";
import { VERDICTS, type Verdict } from "./verdict.ts";

function levelWith(outcome: LevelOutcome, counted: Partial<Record<Verdict, number>> = {}): LevelResult {
  const counts = {
    ...(Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>),
    ...counted,
  };
  return { level: "core", outcome, met: 0, total: 1, counts, warnings: 0 };
}

const whole = { truncated: null, unreachable: false };

describe("the exit code of a run", () => {
  it("is 0 when the level is reached", () => {
    expect(exitCodeOf({ ...whole, level: levelWith("reached", { PASS: 1 }) })).toBe(0);
  });

  it("is 1 when a MUST failed, whatever else could not be judged", () => {
    expect(exitCodeOf({ ...whole, level: levelWith("failed", { FAIL: 1, HARNESS_ERROR: 1, NOT_VERIFIED: 4 }) })).toBe(
      1,
    );
  });

  it("is 2 when the suite itself failed, or the node cannot be reached", () => {
    expect(exitCodeOf({ ...whole, level: levelWith("incomplete", { HARNESS_ERROR: 1 }) })).toBe(2);
    expect(exitCodeOf({ truncated: "connection refused", unreachable: true, level: levelWith("incomplete") })).toBe(2);
  });

  it("is 3 when nothing failed and something is not verified, or the run ended early", () => {
    expect(exitCodeOf({ ...whole, level: levelWith("incomplete", { NOT_VERIFIED: 1 }) })).toBe(3);
    expect(exitCodeOf({ truncated: "no answer", unreachable: false, level: levelWith("reached") })).toBe(3);
  });
});

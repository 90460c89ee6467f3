import { afterEach, describe, expect, it } from "vitest";
import type { RunReport } from "./run-report.ts";
import { runSuite } from "./run-suite.ts";
import { deadAddress, type NullTarget, type RunningTarget, startNullTarget } from "./testing/null-targets.ts";
import { type RandomNode, startRandomNode } from "./testing/random-node.ts";
import { settingsFor } from "./testing/settings-for.ts";

let target: RunningTarget | undefined;

afterEach(async () => {
  await target?.close();
  target = undefined;
});

function mustsPassed(report: RunReport): string[] {
  return report.results.filter((one) => one.mandatory && one.verdict === "PASS").map((one) => one.requirement.id);
}

function excused(report: RunReport): string[] {
  return report.results
    .filter((one) => one.mandatory && one.verdict === "NOT_APPLICABLE")
    .map((one) => one.requirement.id);
}

describe("a target that is no Servicialo node earns no pass on any MUST", () => {
  const answering: NullTarget[] = [
    "empty object",
    "empty collection",
    "always 400",
    "always 401",
    "always 404",
    "always 422",
    "always 429",
    "always 500",
    "html",
  ];

  it.each(answering)("a server whose every answer is: %s", async (kind) => {
    target = await startNullTarget(kind);
    const report = await runSuite(settingsFor(target.url));
    expect(mustsPassed(report)).toEqual([]);
    expect(
      report.results
        .filter((one) => one.verdict === "HARNESS_ERROR")
        .map((one) => `${one.requirement.id} ${one.reason}`),
    ).toEqual([]);
    expect(report.level.outcome).not.toBe("reached");
    expect(excused(report).length).toBeLessThan(5);
  });

  it.each(answering)("a server that is walked and fuzzed, too, and whose every answer is: %s", async (kind) => {
    target = await startNullTarget(kind);
    const report = await runSuite(settingsFor(target.url, { walkSteps: 20, fuzzRequests: 40 }));
    expect(mustsPassed(report)).toEqual([]);
    expect(report.level.counts.HARNESS_ERROR).toBe(0);
  });

  it.each([1, 2, 3])(
    "a server that answers everything at random, as the schemas allow it, from seed %i",
    async (seed) => {
      const node: RandomNode = await startRandomNode(seed);
      target = node;
      const report = await runSuite(settingsFor(node.url, { walkSteps: 20, fuzzRequests: 20 }));
      expect(node.counts.valid).toBeGreaterThan(0);
      expect(node.counts.other).toBe(0);
      expect(mustsPassed(report)).toEqual([]);
      expect(report.level.outcome).not.toBe("reached");
    },
  );

  it("a port at which nothing listens is unreachable, and every requirement with a case INCOMPLETE", async () => {
    const report = await runSuite(settingsFor(await deadAddress()));
    expect(report.unreachable).toBe(true);
    expect(mustsPassed(report)).toEqual([]);
    expect(report.level.counts.INCOMPLETE).toBeGreaterThan(0);
    expect(report.truncated).toContain("nothing listens");
  });

  it("a server that never answers ends the run as INCOMPLETE within the time of one request", async () => {
    target = await startNullTarget("hang");
    const report = await runSuite(settingsFor(target.url, { timeoutMs: 300 }));
    expect(report.unreachable).toBe(true);
    expect(mustsPassed(report)).toEqual([]);
    expect(report.durationMs).toBeLessThan(5_000);
  });

  it("a server that drops every connection is unreachable", async () => {
    target = await startNullTarget("resets");
    const report = await runSuite(settingsFor(target.url));
    expect(report.unreachable).toBe(true);
    expect(mustsPassed(report)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { discoverMutants } from "./discover-mutants.ts";
import type { Hunted } from "./hunt.ts";
import { catchesOf, digestOfHunt, readScore, scoreOf } from "./mutation-score.ts";

function hunted(requirement: string, fault: string, killed: boolean): Hunted {
  return { requirement, fault, killed, verdict: killed ? "FAIL" : "PASS", active: true, why: "" };
}

const AGAIN = "hunt again: node conformance/src/mutants/score.ts --stale";

describe("the score of a hunt", () => {
  const score = scoreOf(
    [
      hunted("SVC-RES-002", "ignores the buffer", true),
      hunted("SVC-RES-001", "makes boxes", true),
      hunted("SVC-RES-001", "makes halls", false),
      hunted("SVC-LIFE-001", "begins as scheduled", true),
    ],
    new Map([["SVC-RES-003", "none is written yet"]]),
  );

  it("counts what was caught, by area and by level", () => {
    expect(score).toMatchObject({ killed: 3, total: 4, requirements: 3 });
    expect(score.areas).toEqual({
      life: { killed: 1, total: 1, requirements: 1 },
      res: { killed: 2, total: 3, requirements: 2 },
    });
    expect(score.levels).toEqual({
      CORE: { killed: 1, total: 1, requirements: 1 },
      FULL: { killed: 2, total: 3, requirements: 2 },
    });
  });

  it("names survivors, and requirements that nothing breaks with the reason", () => {
    expect(score.survivors).toEqual([{ requirement: "SVC-RES-001", fault: "makes halls", verdict: "PASS" }]);
    expect(score.withoutMutant).toContainEqual({
      requirement: "SVC-RES-003",
      keyword: "MUST",
      level: "FULL",
      why: "none is written yet",
    });
    expect(score.withoutMutant.map(({ requirement }) => requirement)).not.toContain("SVC-RES-001");
  });

  it("is the same when what it keeps is counted again", () => {
    const why = new Map(score.withoutMutant.map((one) => [one.requirement, one.why]));
    expect(scoreOf(catchesOf(score), why)).toEqual(score);
  });
});

describe("the published score", () => {
  it("is one of exactly the faulty nodes that there are", async () => {
    const present = Object.fromEntries(
      (await discoverMutants()).map(({ requirement, mutants }) => [
        requirement,
        mutants.map(({ fault }) => fault).sort(),
      ]),
    );
    const scored = Object.fromEntries(
      Object.entries(readScore().mutants).map(([requirement, faults]) => [requirement, Object.keys(faults).sort()]),
    );
    expect(scored, AGAIN).toEqual(present);
  });

  it("was counted with the faults and the cases as they are", () => {
    const { digests, mutants } = readScore();
    const now = Object.fromEntries(Object.keys(mutants).map((id) => [id, digestOfHunt(id)]));
    expect(digests, AGAIN).toEqual(now);
  });

  it("has a reason for every MUST that nothing breaks", () => {
    const unexplained = readScore().withoutMutant.filter(
      ({ keyword, why }) =>
        keyword.startsWith("MUST") && !/^(?:no case can judge it|the reference node gets NOT_APPLICABLE): /.test(why),
    );
    expect(unexplained).toEqual([]);
  });

  it("has no survivors", () => {
    expect(readScore().survivors).toEqual([]);
  });
});

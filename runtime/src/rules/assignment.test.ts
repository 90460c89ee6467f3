import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AssignmentCandidate, type AssignmentPolicy, assignmentPolicies, chooseProvider } from "./assignment.ts";

const candidate = (id: string, facts: Partial<AssignmentCandidate> = {}): AssignmentCandidate => ({
  id,
  lastAssignedAt: 1000,
  bookedThatWeek: 3,
  freeMinutesThatDay: 120,
  priority: 5,
  ...facts,
});

const choose = (
  policy: AssignmentPolicy,
  candidates: readonly AssignmentCandidate[],
  { titularId = null, random = 0 }: { titularId?: string | null; random?: number } = {},
) => chooseProvider({ policy, candidates, titularId, random: () => random });

describe("automatic assignment", () => {
  it.each<[AssignmentPolicy, Partial<AssignmentCandidate>]>([
    ["round_robin", { lastAssignedAt: 999 }],
    ["round_robin", { lastAssignedAt: null }],
    ["least_booked", { bookedThatWeek: 2 }],
    ["most_available", { freeMinutesThatDay: 121 }],
    ["priority", { priority: 4 }],
  ])("by %s prefers %j", (policy, better) => {
    expect(choose(policy, [candidate("prv_a"), candidate("prv_z", better)])).toEqual({ chosen: "prv_z" });
  });

  it("by round_robin counts an assignment at the beginning of the epoch as one", () => {
    const candidates = [candidate("prv_a", { lastAssignedAt: 0 }), candidate("prv_z", { lastAssignedAt: null })];
    expect(choose("round_robin", candidates)).toEqual({ chosen: "prv_z" });
  });

  it("by random follows the number that it is given", () => {
    const candidates = ["prv_c", "prv_a", "prv_b"].map((id) => candidate(id));
    const chosen = [0, 0.34, 0.67, 0.999_999].map((random) => choose("random", candidates, { random }));
    expect(chosen).toEqual(["prv_a", "prv_b", "prv_c", "prv_c"].map((id) => ({ chosen: id })));
  });

  it("by manual asks for a choice, also when nobody is free", () => {
    expect(choose("manual", [candidate("prv_a")])).toEqual({ missing: "choice" });
    expect(choose("manual", [])).toEqual({ missing: "choice" });
  });
});

const someCandidates = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^prv_[a-f]{1,3}$/),
    lastAssignedAt: fc.option(fc.nat(3)),
    bookedThatWeek: fc.nat(3),
    freeMinutesThatDay: fc.nat(3),
    priority: fc.integer({ min: -2, max: 2 }),
  }),
  { selector: ({ id }) => id, maxLength: 8 },
);
const anyPolicy = fc.constantFrom(...assignmentPolicies);
const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** What a policy compares, the less the better. */
const score: Record<string, (one: AssignmentCandidate) => number> = {
  round_robin: (one) => one.lastAssignedAt ?? -1,
  least_booked: (one) => one.bookedThatWeek,
  most_available: (one) => -one.freeMinutesThatDay,
  priority: (one) => one.priority,
};

describe("whatever the candidates, automatic assignment", () => {
  it("chooses one of them, or says what is missing", () => {
    fc.assert(
      fc.property(someCandidates, anyPolicy, anyRandom, (candidates, policy, random) => {
        const assignment = choose(policy, candidates, { random });
        if ("chosen" in assignment) expect(candidates.map(({ id }) => id)).toContain(assignment.chosen);
        else expect(assignment.missing).toBe(policy === "manual" ? "choice" : "candidate");
        expect("chosen" in assignment).toBe(policy !== "manual" && candidates.length > 0);
      }),
    );
  });

  it("takes the titular provider before any policy, and ignores one who is not free", () => {
    fc.assert(
      fc.property(someCandidates, anyPolicy, anyRandom, (candidates, policy, random) => {
        for (const { id } of candidates)
          expect(choose(policy, candidates, { titularId: id, random })).toEqual({ chosen: id });
        expect(choose(policy, candidates, { titularId: "prv_absent", random })).toEqual(
          choose(policy, candidates, { random }),
        );
      }),
    );
  });

  it("does not depend on their order", () => {
    fc.assert(
      fc.property(someCandidates, anyPolicy, anyRandom, (candidates, policy, random) => {
        expect(choose(policy, candidates.toReversed(), { random })).toEqual(choose(policy, candidates, { random }));
      }),
    );
  });

  it("leaves nobody better behind, and breaks ties by the smallest id", () => {
    fc.assert(
      fc.property(someCandidates, fc.constantFrom(...Object.keys(score)), (candidates, policy) => {
        const assignment = choose(policy as AssignmentPolicy, candidates);
        const of = score[policy];
        if (!of || !("chosen" in assignment)) return;
        const best = Math.min(...candidates.map(of));
        const equals = candidates.filter((one) => of(one) === best).map(({ id }) => id);
        expect(assignment.chosen).toBe(equals.toSorted()[0]);
      }),
    );
  });

  it("by round_robin comes to everybody before it comes to anybody again", () => {
    fc.assert(
      fc.property(someCandidates, (candidates) => {
        let now = 10;
        let present: readonly AssignmentCandidate[] = candidates;
        const chosen = candidates.map(() => {
          const assignment = choose("round_robin", present);
          const id = "chosen" in assignment ? assignment.chosen : "";
          now += 1;
          present = present.map((one) => (one.id === id ? { ...one, lastAssignedAt: now } : one));
          return id;
        });
        expect(new Set(chosen).size).toBe(candidates.length);
      }),
    );
  });

  it("by random comes to everybody", () => {
    fc.assert(
      fc.property(someCandidates, (candidates) => {
        const chosen = candidates.map((_, n) =>
          choose("random", candidates, { random: (n + 0.5) / candidates.length }),
        );
        expect(new Set(chosen.map((one) => ("chosen" in one ? one.chosen : ""))).size).toBe(candidates.length);
      }),
    );
  });
});

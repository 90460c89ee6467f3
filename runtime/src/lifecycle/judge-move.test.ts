import { machines, serviceTargets } from "@servicialo/schema/0.8/machines";
import { describe, expect, it } from "vitest";
import { invalidTransition } from "./judge-move.ts";
import type { ServiceState } from "./states.ts";

const { moves } = machines.service;
const states = machines.service.states.map((state) => state.name);
const isTerminal = (name: ServiceState) => machines.service.states.find((state) => state.name === name)?.terminal;
const moveFor = (from: ServiceState | null, to: ServiceState) =>
  moves.find((move) => move.from === from && move.to === to);

describe("allowed moves of a session (D-05)", () => {
  it("are 27 of 196 pairs (SVC-LIFE-003)", () => {
    const allowed = states.flatMap((from) => states.filter((to) => moveFor(from, to)));
    expect(states).toHaveLength(14);
    expect(allowed).toHaveLength(27);
  });

  it("agree with the generated targets", () => {
    for (const from of states) {
      expect(new Set(states.filter((to) => moveFor(from, to)))).toEqual(new Set(serviceTargets[from]));
    }
  });

  it("begin in requested alone", () => {
    expect(states.filter((to) => moveFor(null, to))).toEqual(["requested"]);
  });

  it("never lead out of a terminal state, nor to the present one", () => {
    for (const from of states) {
      expect(isTerminal(from)).toBe(serviceTargets[from].length === 0);
      expect(moveFor(from, from)).toBeUndefined();
    }
    expect(states.filter((state) => isTerminal(state)).toSorted()).toEqual(["cancelled", "verified"]);
  });

  it("carry their row", () => {
    expect(moveFor("scheduled", "confirmed")).toMatchObject({ id: "L-05" });
  });

  it("are refused otherwise, naming the valid targets", () => {
    // The pointer is put in by lifecycle.transition, where the attribute stands; state-matrix.test.ts holds it there.
    expect(invalidTransition("requested", "in_progress")).toMatchObject({
      code: "INVALID_TRANSITION",
      details: {
        detail: expect.stringContaining("'requested'"),
        meta: { valid_targets: expect.arrayContaining(["scheduled", "pending_confirmation", "cancelled"]) },
      },
    });
  });
});

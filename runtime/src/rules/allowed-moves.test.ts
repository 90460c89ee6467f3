import { machines, serviceTargets } from "@servicialo/schema/0.8/machines";
import { describe, expect, it } from "vitest";
import { allowedMoves } from "./allowed-moves.ts";

const service = allowedMoves(machines.service);
const states = machines.service.states.map((state) => state.name);

describe("allowed moves of a session (D-05)", () => {
  it("are 27 of 196 pairs (SVC-LIFE-003)", () => {
    const allowed = states.flatMap((from) => states.filter((to) => service.moveFor(from, to)));
    expect(states).toHaveLength(14);
    expect(allowed).toHaveLength(27);
  });

  it("agree with the generated targets", () => {
    for (const from of states) expect(new Set(service.targetsOf(from))).toEqual(new Set(serviceTargets[from]));
  });

  it("begin in requested alone", () => {
    expect(states.filter((to) => service.moveFor(null, to))).toEqual(["requested"]);
  });

  it("never lead out of a terminal state, nor to the present one", () => {
    for (const from of states) {
      expect(service.isTerminal(from)).toBe(service.targetsOf(from).length === 0);
      expect(service.moveFor(from, from)).toBeUndefined();
    }
    expect(states.filter((state) => service.isTerminal(state)).toSorted()).toEqual(["cancelled", "verified"]);
  });

  it("carry their row", () => {
    expect(service.requireMove("scheduled", "confirmed")).toMatchObject({ id: "L-05" });
  });

  it("are refused otherwise, naming the valid targets", () => {
    expect(() => service.requireMove("requested", "in_progress")).toThrow(
      expect.objectContaining({
        code: "INVALID_TRANSITION",
        details: {
          pointer: "/to_state",
          detail: expect.stringContaining("'requested'"),
          meta: { valid_targets: expect.arrayContaining(["scheduled", "pending_confirmation", "cancelled"]) },
        },
      }),
    );
  });
});

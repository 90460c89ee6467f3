import { defineMutants } from "../../define-mutants.ts";
import { allowing, type Editable, renaming } from "../../faulty.ts";
import { asTheHouse, byAgent, ignoring, mandateBehind, refusedBy, refusingMandates } from "../../faulty-mandates.ts";

const isOver = (refused: { body: unknown }) => /before/.test((refused.body as Editable).errors[0].detail);

export default defineMutants("SVC-MAND-009", {
  "lets an agent stand on both sides": () => ignoring("CONFLICT_OF_INTEREST"),
  "forgets for whom an agent has acted": () =>
    allowing(byAgent(), "CONFLICT_OF_INTEREST", (call, refused) => (isOver(refused) ? asTheHouse(call) : null)),
  "looks at what an agent has done, not at what it holds": () =>
    allowing(byAgent(), "CONFLICT_OF_INTEREST", (call, refused) => (isOver(refused) ? null : asTheHouse(call))),
  "sees a conflict on one side only": () =>
    allowing(byAgent(), "CONFLICT_OF_INTEREST", async (call) =>
      (await mandateBehind(call))?.acting_for === "patient" ? asTheHouse(call) : null,
    ),
  "takes a professional and its organization for two sides": () => {
    const sides = new Map<string, string>();
    return refusingMandates(byAgent("service.get", "lifecycle.transition"), ({ acting_for: side }, { params }) => {
      const id = params["service_id"] ?? params["session_id"] ?? "";
      const before = sides.get(id) ?? side;
      sides.set(id, before);
      return before === side ? null : refusedBy(7, "CONFLICT_OF_INTEREST");
    });
  },
  "calls a conflict a matter of context": () =>
    renaming(byAgent(), "CONFLICT_OF_INTEREST", { code: "CONTEXT_MISMATCH", status: 403 }),
});

import { defineMutants } from "../../define-mutants.ts";
import { editingSessions } from "../../faulty.ts";

export default defineMutants("SVC-LIFE-010", {
  "has no record of being documented": () =>
    editingSessions(({ lifecycle }) => {
      lifecycle.transitions = lifecycle.transitions.filter(({ to }: { to: string }) => to !== "documented");
    }),
  "passes through a state of its own that it does not name as such": () =>
    editingSessions(({ lifecycle }) => {
      const index = lifecycle.transitions.findIndex(({ to }: { to: string }) => to === "charged");
      if (index < 0) return;
      const record = lifecycle.transitions[index];
      lifecycle.transitions.splice(index, 1, { ...record, to: "priced" }, { ...record, from: "priced" });
    }),
});

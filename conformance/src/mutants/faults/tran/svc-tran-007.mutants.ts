import { defineMutants } from "../../define-mutants.ts";
import { editingSessions } from "../../faulty.ts";

export default defineMutants("SVC-TRAN-007", {
  "writes records anew": () =>
    editingSessions(({ lifecycle }) => {
      const [first] = lifecycle.transitions;
      first.at = new Date(Date.parse(first.at) + lifecycle.transitions.length).toISOString();
    }),
  "forgets the oldest record in time": () =>
    editingSessions(({ lifecycle }) => {
      if (lifecycle.transitions.length > 3) lifecycle.transitions.shift();
    }),
});

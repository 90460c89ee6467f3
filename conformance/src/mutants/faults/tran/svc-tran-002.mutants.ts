import { defineMutants } from "../../define-mutants.ts";
import { editingSessions, editingTransitions } from "../../faulty.ts";

export default defineMutants("SVC-TRAN-002", {
  "begins somewhere": () =>
    editingTransitions((record, index) => {
      if (index === 0) record.from = "requested";
    }),
  "leaves a gap": () =>
    editingSessions(({ lifecycle }) => {
      if (lifecycle.transitions.length > 3) lifecycle.transitions.splice(2, 1);
    }),
  "ends elsewhere than its state": () =>
    editingSessions(({ lifecycle }) => {
      if (lifecycle.transitions.length > 2) lifecycle.transitions.pop();
    }),
});

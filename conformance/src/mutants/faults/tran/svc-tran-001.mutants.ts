import { defineMutants } from "../../define-mutants.ts";
import { editingSessions, editingTransitions } from "../../faulty.ts";

export default defineMutants("SVC-TRAN-001", {
  "forgets who moved": () => editingTransitions((record) => delete record.by),
  "forgets when it moved": () => editingTransitions((record) => delete record.at),
  "forgets the last record": () => editingSessions(({ lifecycle }) => lifecycle.transitions?.pop()),
});

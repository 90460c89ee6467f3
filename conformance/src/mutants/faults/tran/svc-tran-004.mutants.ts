import { defineMutants } from "../../define-mutants.ts";
import { editingTransitions } from "../../faulty.ts";

export default defineMutants("SVC-TRAN-004", {
  "calls what a person did automatic": () =>
    editingTransitions((record) => {
      record.method = "auto";
    }),
  "calls what the system did manual": () =>
    editingTransitions((record) => {
      if (record.by === "system") record.method = "manual";
    }),
  "has a method of its own": () =>
    editingTransitions((record) => {
      if (record.method === "manual") record.method = "human";
    }),
});

import { defineMutants } from "../../define-mutants.ts";
import { editingErrors, everyCall } from "../../faulty.ts";

export default defineMutants("SVC-ERR-003", {
  "points nowhere": () => editingErrors(everyCall, (error) => void delete error.source),
  "points to another member": () =>
    editingErrors("scheduling.book", (error) => {
      error.source = { pointer: "/data/attributes/actor" };
    }),
  "names another parameter": () =>
    editingErrors("registry.search", (error) => {
      error.source = { parameter: "country" };
    }),
});

import { defineMutants } from "../../define-mutants.ts";
import { editingErrors, everyCall } from "../../faulty.ts";

export default defineMutants("SVC-ERR-001", {
  "writes the status as a number": () =>
    editingErrors(everyCall, (error) => {
      error.status = Number(error.status);
    }),
  "writes codes in lower case": () =>
    editingErrors(everyCall, (error) => {
      error.code = error.code.toLowerCase();
    }),
  "leaves the title out": () => editingErrors(everyCall, (error) => delete error.title),
  "writes another status than it answers": () =>
    editingErrors(everyCall, (error) => {
      error.status = "400";
    }),
});

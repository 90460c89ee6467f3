import { defineMutants } from "../../define-mutants.ts";
import { editingTransitions } from "../../faulty.ts";

export default defineMutants("SVC-TRAN-003", {
  "goes back in time": () =>
    editingTransitions((record, index) => {
      if (index > 0) record.at = new Date(Date.parse(record.at) - 60_000 * index).toISOString();
    }),
  "takes the time of its caller": () =>
    editingTransitions((record) => {
      if (record.to === "in_progress") record.at = "2020-01-01T00:00:00.000Z";
    }),
});

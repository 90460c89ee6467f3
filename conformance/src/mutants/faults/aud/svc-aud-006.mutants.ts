import { defineMutants } from "../../define-mutants.ts";
import { editingTransitions } from "../../faulty.ts";
import { editingEntries, forgettingEntries } from "../../faulty-mandates.ts";

export default defineMutants("SVC-AUD-006", {
  "writes no entry of a move": () =>
    forgettingEntries(({ action, action_result }) => action === "lifecycle.transition" && action_result === "success"),
  "writes a move down that was refused": () =>
    editingEntries((entry) => {
      if (entry.action === "lifecycle.transition") entry.action_result = "success";
    }),
  "writes a move down for another session": () =>
    editingEntries((entry) => {
      if (entry.resource_id) entry.resource_id = `${entry.resource_id}-other`;
    }),
  "records a move by an agent as anybody's": () =>
    editingTransitions((record) => {
      if (record.method === "agent") record.method = "manual";
    }),
  "records a move without its mandate": () =>
    editingTransitions((record) => {
      delete record.metadata?.mandate_id;
    }),
});

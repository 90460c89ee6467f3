import { defineMutants } from "../../define-mutants.ts";
import { editingEntries, forgettingEntries } from "../../faulty-mandates.ts";

export default defineMutants("SVC-CONF-005", {
  "writes no question down": () => forgettingEntries(({ action_result }) => action_result === "halted"),
  "writes no yes down": () => forgettingEntries(({ action }) => action === "confirmation.approve"),
  "writes no no down": () => forgettingEntries(({ action }) => action === "confirmation.reject"),
  "writes no execution down": () =>
    forgettingEntries(({ action, action_result }) => action === "lifecycle.transition" && action_result === "success"),
  "writes no use of a rejected question down": () =>
    forgettingEntries(({ failure_reason }) => failure_reason === "CONFIRMATION_INVALID"),
  "writes a no down as a yes": () =>
    editingEntries((entry) => {
      if (entry.action === "confirmation.reject") entry.action = "confirmation.approve";
    }),
  "does not say which question an execution belongs to": () =>
    editingEntries((entry) => {
      if (entry.action_result === "success") delete entry.confirmation_id;
    }),
  "does not say what a decision is about": () =>
    editingEntries((entry) => {
      if (entry.action === "confirmation.approve") delete entry.resource_id;
    }),
});

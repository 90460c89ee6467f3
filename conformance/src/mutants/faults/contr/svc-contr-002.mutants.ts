import { defineMutants } from "../../define-mutants.ts";
import { editingAttributes } from "../../faulty.ts";
import { pricing } from "../../pricing.ts";

/** The state of a session is known from the answers about it. */
function afterConfirmation(edit: (contract: { dispute_window_hours: number; version: number }) => void) {
  const confirmed = new Set<string>();
  return editingAttributes(["contract.get", "lifecycle.transition"], (attributes, call, { type, id }) => {
    if (type === "sessions" && attributes.lifecycle.current_state === "confirmed") confirmed.add(id);
    if (type === "contracts" && confirmed.has(call.params["service_id"] ?? "")) edit(attributes);
  });
}

export default defineMutants("SVC-CONTR-002", {
  "takes new terms when a session is confirmed": () =>
    afterConfirmation((contract) => {
      contract.dispute_window_hours += 24;
    }),
  "counts every move of a session as a new contract": () =>
    afterConfirmation((contract) => {
      contract.version += 1;
    }),
  "cancels by terms that nobody has seen": () => pricing(() => 35),
});

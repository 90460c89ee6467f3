import { defineMutants } from "../../define-mutants.ts";
import { command } from "../../fault-parts.ts";
import { codeOf, replying } from "../../faulty.ts";
import { byAgent, doingWhatItRefuses, editingEntries, forgettingEntries, ignoring } from "../../faulty-mandates.ts";

const STEP = byAgent("lifecycle.transition");

export default defineMutants("SVC-MAND-020", {
  "goes on without the mandate": () => ignoring("MANDATE_EXPIRED", { which: STEP }),
  "finishes what it had begun while it refuses": () => doingWhatItRefuses(STEP, "MANDATE_SUSPENDED"),
  "takes back what was done before": () =>
    replying(STEP, async (reply, call) => {
      if (codeOf(reply) === "MANDATE_EXPIRED") {
        const attributes = {
          to_state: "cancelled",
          reason: "mandate lost",
          actor: { type: "organization", id: "clinica-andes" },
        };
        await command(call, `/sessions/${call.params["session_id"]}/transitions`, attributes);
      }
      return reply;
    }),
  "writes the loss down as a rejection like any other": () =>
    editingEntries((entry) => {
      if (entry.action_result === "halted") entry.action_result = "rejected";
    }),
  "does not write the loss down": () => forgettingEntries(({ action_result }) => action_result === "halted"),
});

import { defineMutants } from "../../define-mutants.ts";
import { editingEntries, editingTrails, forgettingEntries } from "../../faulty-mandates.ts";

export default defineMutants("SVC-AUD-001", {
  "writes nothing down of reads": () =>
    forgettingEntries(({ action, action_result }) => action === "service.get" && action_result === "success"),
  "writes nothing down of what it does": () =>
    forgettingEntries(({ action, action_result }) => action.includes("transition") && action_result === "success"),
  "writes nothing down of what a check refuses": () =>
    forgettingEntries(({ action_result }) => action_result === "rejected"),
  "writes nothing down of what no agent does": () =>
    forgettingEntries(({ failure_reason }) => failure_reason === "FORBIDDEN"),
  "writes nothing down of what fails": () => forgettingEntries(({ action_result }) => action_result === "failure"),
  "writes nothing down of what waits": () => forgettingEntries(({ action_result }) => action_result === "halted"),
  "writes nothing down of a suspension": () => forgettingEntries(({ action }) => action === "mandate.suspend"),
  "writes a rejection down twice": () =>
    editingTrails((entries) =>
      entries.flatMap((entry) =>
        entry.action_result === "rejected" ? [{ ...entry, audit_id: `${entry.audit_id}-2` }, entry] : [entry],
      ),
    ),
  "does not write down why it refused": () => editingEntries((entry) => void delete entry.failure_reason),
  "writes the same reason down for every refusal": () =>
    editingEntries((entry) => {
      if (entry.action_result === "rejected") entry.failure_reason = "FORBIDDEN";
    }),
  "takes a rejection for a failure": () =>
    editingEntries((entry) => {
      if (entry.action_result === "rejected") entry.action_result = "failure";
    }),
  "writes calls of one moment down as one": () => {
    const shown = new Map<string, string>();
    return editingTrails((entries) =>
      entries.filter(({ audit_id, action, timestamp, mandate_id, action_result }) => {
        if (action !== "service.get" || action_result !== "success") return true;
        const moment = `${mandate_id} ${Math.floor(Date.parse(timestamp) / 1_000)}`;
        if (!shown.has(moment)) shown.set(moment, audit_id);
        return shown.get(moment) === audit_id;
      }),
    );
  },
});

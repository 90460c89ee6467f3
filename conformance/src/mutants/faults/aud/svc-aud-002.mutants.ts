import { defineMutants } from "../../define-mutants.ts";
import { editingEntries } from "../../faulty-mandates.ts";

const MEMBERS = [
  "audit_id",
  "mandate_id",
  "agent_id",
  "principal_id",
  "acting_for",
  "action",
  "action_result",
  "context",
  "timestamp",
] as const;

export default defineMutants("SVC-AUD-002", {
  ...Object.fromEntries(
    MEMBERS.map((member) => [
      `writes entries without ${member}`,
      () => editingEntries((entry) => void delete entry[member]),
    ]),
  ),
  "takes the principal for the agent": () =>
    editingEntries((entry) => {
      entry.agent_id = entry.principal_id;
    }),
  "writes down another context": () =>
    editingEntries((entry) => {
      entry.context = `personal:${entry.principal_id}`;
    }),
  "writes local times down as if they were UTC": () =>
    editingEntries((entry) => {
      entry.timestamp = new Date(Date.parse(entry.timestamp) - 3 * 3_600_000).toISOString();
    }),
  "gives every entry the same id": () =>
    editingEntries((entry) => {
      entry.audit_id = entry.mandate_id;
    }),
  "has a result of its own": () =>
    editingEntries((entry) => {
      if (entry.action_result === "halted") entry.action_result = "pending";
    }),
});

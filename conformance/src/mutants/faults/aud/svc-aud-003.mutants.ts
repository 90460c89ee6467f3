import { defineMutants } from "../../define-mutants.ts";
import { answering, enveloped } from "../../faulty.ts";
import { editingEntries, editingTrails } from "../../faulty-mandates.ts";
import type { Fault, MutantCall } from "../../mutant-call.ts";

const isTrail = ({ request }: MutantCall) => /\/audit(?:\/|$)/.test(request.target);

export default defineMutants("SVC-AUD-003", {
  "lets entries be changed": () =>
    answering(
      (call) => isTrail(call) && call.request.method === "PATCH",
      () => enveloped(200, { data: { type: "audit_entries", id: "any", attributes: {} } }),
    ),
  "lets entries be deleted": deleting,
  "lets a trail be written over": () =>
    answering(
      (call) => isTrail(call) && call.request.method === "PUT",
      () => enveloped(200, { data: [] }),
    ),
  "keeps the newest four entries": () => editingTrails((entries) => entries.slice(0, 4)),
  "writes entries anew as more comes": () => {
    let readings = 0;
    return editingEntries((entry) => {
      readings += 1;
      entry.timestamp = new Date(Date.parse(entry.timestamp) + readings).toISOString();
    });
  },
  "forgets the inputs of what is over": () => {
    const seen = new Set<string>();
    return editingEntries((entry) => {
      if (seen.has(entry.audit_id)) entry.action_input = {};
      seen.add(entry.audit_id);
    });
  },
});

/** An entry that is deleted is gone from its trail, although the answer says that it cannot be. */
function deleting(): Fault {
  const gone = new Set<string>();
  const hiding = editingTrails((entries) => entries.filter(({ audit_id }) => !gone.has(audit_id)));
  return (call) => {
    const { method, target } = call.request;
    if (isTrail(call) && method === "DELETE") gone.add(decodeURIComponent(target.split("/").at(-1) ?? ""));
    return hiding(call);
  };
}

import { defineMutants } from "../../define-mutants.ts";
import { type Editable, editingTransitions } from "../../faulty.ts";

const ofAgents = (edit: (record: Editable) => void) => () =>
  editingTransitions((record) => {
    if (record.method === "agent") edit(record);
  });

export default defineMutants("SVC-TRAN-005", {
  "calls what an agent did manual": ofAgents((record) => {
    record.method = "manual";
  }),
  "names the principal in place of its agent": ofAgents((record) => {
    record.by = record.metadata.principal_id;
  }),
  "does not say under which mandate an agent moved": ofAgents((record) => void delete record.metadata.mandate_id),
  "makes up a mandate": ofAgents((record) => {
    record.metadata.mandate_id = "00000000-0000-4000-8000-000000000000";
  }),
});

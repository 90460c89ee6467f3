import { defineMutants } from "../../define-mutants.ts";
import { type Editable, editingTransitions } from "../../faulty.ts";

const ofAgents = (edit: (metadata: Editable) => void) => () =>
  editingTransitions((record) => {
    if (record.method === "agent") edit(record.metadata);
  });

export default defineMutants("SVC-TRAN-006", {
  "does not say for whom an agent moved": ofAgents((metadata) => void delete metadata.acting_for),
  "does not say who gave an agent its mandate": ofAgents((metadata) => void delete metadata.principal_id),
  "takes every agent for one of a professional": ofAgents((metadata) => {
    metadata.acting_for = "professional";
  }),
});

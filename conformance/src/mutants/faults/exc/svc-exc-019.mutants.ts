import { defineMutants } from "../../define-mutants.ts";
import { type Editable, editingSessions } from "../../faulty.ts";

const lost = (lifecycle: Editable): Editable =>
  lifecycle.exceptions?.find((record: Editable) => record.type === "resource_conflict");

export default defineMutants("SVC-EXC-019", {
  "leaves a session without its resource as it was": () =>
    editingSessions(({ lifecycle }) => {
      if (lifecycle.transitions.at(-1).to !== "rescheduling") return;
      lifecycle.current_state = lifecycle.transitions.pop().from;
    }),
  "cancels a session without its resource": () =>
    editingSessions(({ lifecycle }) => {
      if (!lost(lifecycle)) return;
      lifecycle.current_state = "cancelled";
      lifecycle.transitions.at(-1).to = "cancelled";
    }),
  "takes a conflict for settled that nothing has settled": () =>
    editingSessions(({ lifecycle }) => {
      const record = lost(lifecycle);
      if (record) record.resolved_at = record.at;
    }),
  "says that the organization moved the session": () =>
    editingSessions(({ lifecycle, provider }) => {
      const last = lifecycle.transitions.at(-1);
      if (lost(lifecycle) && last.by === "system") last.by = provider.organization_id;
    }),
});

import { defineMutants } from "../../define-mutants.ts";
import { editingAttributes } from "../../faulty.ts";

const ask = "lifecycle.get_state";

export default defineMutants("SVC-VERI-006", {
  "shows no deadline once a record is written": () =>
    editingAttributes(ask, (state) => {
      if (state.current_state === "documented") state.verification_deadline = null;
    }),
  "shows no deadline at all": () => editingAttributes(ask, (state) => void delete state.verification_deadline),
  "shows a deadline before the delivery": () =>
    editingAttributes(ask, (state) => {
      state.verification_deadline ??= "2030-01-01T00:00:00Z";
    }),
  "shows another deadline than the session": () =>
    editingAttributes(ask, (state) => {
      if (!state.verification_deadline) return;
      state.verification_deadline = new Date(Date.parse(state.verification_deadline) + 3_600_000).toISOString();
    }),
});

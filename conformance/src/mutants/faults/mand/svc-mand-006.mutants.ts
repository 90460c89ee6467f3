import { defineMutants } from "../../define-mutants.ts";
import { answering, editingErrors, renaming } from "../../faulty.ts";
import { byAgent, ignoring, refusedBy } from "../../faulty-mandates.ts";

export default defineMutants("SVC-MAND-006", {
  "asks an agent for no scope": () => ignoring("SCOPE_INSUFFICIENT"),
  "forgets to ask for a scope where documentation is created": () =>
    ignoring("SCOPE_INSUFFICIENT", { which: byAgent("documentation.create") }),
  "asks for a scope of its own where evidence is recorded": () =>
    answering(byAgent("delivery.record_evidence"), () => refusedBy(5, "SCOPE_INSUFFICIENT")),
  "does not say which scope is missing": () =>
    editingErrors(byAgent(), (error) => {
      if (error.code !== "SCOPE_INSUFFICIENT") return;
      error.detail = "The mandate does not allow this.";
      error.meta = { check: 5 };
    }),
  "calls a missing scope forbidden": () =>
    renaming(byAgent(), "SCOPE_INSUFFICIENT", { code: "FORBIDDEN", status: 403 }),
});

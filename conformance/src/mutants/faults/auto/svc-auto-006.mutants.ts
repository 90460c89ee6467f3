import { defineMutants } from "../../define-mutants.ts";
import { renaming } from "../../faulty.ts";
import { byAgent, doingWhatItRefuses, ignoring } from "../../faulty-mandates.ts";

const drafting = byAgent("service_orders.create");

export default defineMutants("SVC-AUTO-006", {
  "drafts for a client's agent": () => ignoring("FORBIDDEN", { which: drafting }),
  "drafts for an agent that only reads orders": () => ignoring("SCOPE_INSUFFICIENT", { which: drafting }),
  "refuses, and drafts": () => doingWhatItRefuses(drafting, "SCOPE_INSUFFICIENT"),
  "calls a client's draft a missing scope": () =>
    renaming(drafting, "FORBIDDEN", { code: "SCOPE_INSUFFICIENT", status: 403 }),
});

import { defineMutants } from "../../define-mutants.ts";
import { renaming } from "../../faulty.ts";
import { byAgent, ignoring } from "../../faulty-mandates.ts";
import type { MutantCall } from "../../mutant-call.ts";

export default defineMutants("SVC-MAND-005", {
  "lets any agent use any mandate": () => ignoring("AGENT_MISMATCH"),
  "lets the second agent use the mandate of the first": () =>
    ignoring("AGENT_MISMATCH", { which: (call: MutantCall) => call.caller === "second_agent" }),
  "lets any agent read under any mandate": () => ignoring("AGENT_MISMATCH", { which: byAgent("service.get") }),
  "does not know the mandate of another agent": () =>
    renaming(byAgent(), "AGENT_MISMATCH", { code: "MANDATE_REQUIRED", status: 403 }),
});

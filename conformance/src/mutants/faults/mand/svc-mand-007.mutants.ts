import { defineMutants } from "../../define-mutants.ts";
import { byAgent, ignoring } from "../../faulty-mandates.ts";

export default defineMutants("SVC-MAND-007", {
  "lets who writes read": () =>
    ignoring("SCOPE_INSUFFICIENT", { which: (call) => byAgent()(call) && call.request.method === "GET" }),
  "takes mandate:admin for mandate:read": () =>
    ignoring("SCOPE_INSUFFICIENT", { which: byAgent("mandates.list", "mandates.get") }),
  "lets who reads a session move it": () => ignoring("SCOPE_INSUFFICIENT", { which: byAgent("lifecycle.transition") }),
});

import { defineMutants } from "../../define-mutants.ts";
import { editing, refusing } from "../../faulty.ts";

export default defineMutants("SVC-DISC-005", {
  "declares what it does not serve": () => refusing("scheduling.reschedule", "NOT_IMPLEMENTED"),
  "declares a name that nobody published": () =>
    editing("capabilities.get", ({ data }) => data.attributes.capabilities.push("sessions.teleport") && undefined),
  "breaks where it declares": () => refusing("payments.get_status", "INTERNAL_ERROR"),
});

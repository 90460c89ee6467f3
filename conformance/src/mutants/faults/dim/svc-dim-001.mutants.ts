import { defineMutants } from "../../define-mutants.ts";
import { editingSessions } from "../../faulty.ts";

export default defineMutants("SVC-DIM-001", {
  "leaves the organization of the provider out": () =>
    editingSessions((session) => void delete session.provider.organization_id, "service.get"),
  "leaves the billing of cancelled sessions out": () =>
    editingSessions((session) => {
      if (session.lifecycle.current_state === "cancelled") delete session.billing;
    }, "service.get"),
  "writes minutes as a text": () =>
    editingSessions((session) => {
      session.duration_minutes = String(session.duration_minutes);
    }, "service.get"),
});

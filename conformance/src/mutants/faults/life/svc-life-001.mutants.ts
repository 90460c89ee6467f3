import { defineMutants } from "../../define-mutants.ts";
import { editingSessions } from "../../faulty.ts";

export default defineMutants("SVC-LIFE-001", {
  "says that a new session is scheduled": () =>
    editingSessions((session) => {
      session.lifecycle.current_state = "scheduled";
    }, "scheduling.book"),
});

import { defineMutants } from "../../define-mutants.ts";
import { editingSessions } from "../../faulty.ts";

export default defineMutants("SVC-VERI-004", {
  "verifies what is only documented": () =>
    editingSessions(({ lifecycle }) => {
      if (lifecycle.current_state === "documented") lifecycle.current_state = "verified";
    }, "service.get"),
  "begins a new deadline with a late charge": () =>
    editingSessions(({ lifecycle }) => {
      if (lifecycle.transitions.at(-1).to !== "verified") return;
      lifecycle.transitions.pop();
      lifecycle.current_state = "charged";
    }),
});

import { defineMutants } from "../../define-mutants.ts";
import { answering, refusal } from "../../faulty.ts";

export default defineMutants("SVC-EXC-001", {
  "cannot go through most exceptions": () =>
    answering(
      (call) =>
        call.is("lifecycle.transition") &&
        ["disputed", "partial", "reassigning", "rescheduling"].includes(String(call.attributes["to_state"])),
      () => refusal("NOT_IMPLEMENTED"),
    ),
});

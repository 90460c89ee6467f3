import { defineMutants } from "../../define-mutants.ts";
import { sentBy } from "../../fault-parts.ts";
import { answering } from "../../faulty.ts";
import type { MutantCall } from "../../mutant-call.ts";

const bySecond = (call: MutantCall) => call.caller === "second_client";

export default defineMutants("SVC-SEC-003", {
  "shows a client the sessions of others": () =>
    answering(
      (call) => bySecond(call) && call.is("service.get"),
      (call) => call.pass({ as: "organization" }),
    ),
  "lets a client cancel the session of another": () =>
    answering(
      (call) => bySecond(call) && call.is("scheduling.cancel", "lifecycle.transition"),
      (call) => call.pass(sentBy(call, "organization")),
    ),
});

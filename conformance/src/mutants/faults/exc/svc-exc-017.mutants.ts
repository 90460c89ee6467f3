import { defineMutants } from "../../define-mutants.ts";
import { command, sessionReply } from "../../fault-parts.ts";
import { codeOf, pretending, renaming } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

/** Gives the old time up before it looks for the new one. */
function leavingFirst(): Fault {
  return async (call) => {
    const reply = await call.pass();
    if (call.is("scheduling.reschedule") && codeOf(reply) === "CONFLICT")
      await command(call, `/sessions/${call.params["session_id"]}/transitions`, {
        to_state: "rescheduling",
        reason: "moved",
      });
    return reply;
  };
}

export default defineMutants("SVC-EXC-017", {
  "gives the old time up before it has the new one": leavingFirst,
  "says that it moved to a taken time": () =>
    pretending("scheduling.reschedule", "CONFLICT", (call) =>
      sessionReply(call, ({ schedule }) => {
        schedule.scheduled_for = call.attributes["new_datetime"];
      }),
    ),
  "says that a taken time is an invalid one": () =>
    renaming("scheduling.reschedule", "CONFLICT", { code: "VALIDATION_ERROR", status: 422 }),
});

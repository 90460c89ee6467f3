import { defineMutants } from "../../define-mutants.ts";
import { cancelling, moving, sentBy } from "../../fault-parts.ts";
import { allowing, answering, codeOf, refusal, renaming } from "../../faulty.ts";
import type { Fault, MutantCall } from "../../mutant-call.ts";

const tooLate = "CANCELLATION_OUTSIDE_POLICY";

/** Refuses whoever comes after a client who was too late. */
function refusingAll(): Fault {
  const late = new Set<string>();
  return answering(cancelling, async (call: MutantCall) => {
    const id = call.params["session_id"] ?? "";
    if (late.has(id)) return refusal(tooLate);
    const reply = await call.pass();
    if (codeOf(reply) === tooLate) late.add(id);
    return reply;
  });
}

export default defineMutants("SVC-CANC-007", {
  "lets a client cancel until the start": () =>
    allowing("scheduling.cancel", tooLate, (call) => sentBy(call, "organization")),
  "forgets the last moment where a client cancels by a transition": () =>
    allowing(moving("cancelled"), tooLate, (call) => sentBy(call, "organization")),
  "does not let the organization cancel late either": refusingAll,
  "says that a late cancellation is no lawful move": () =>
    renaming(cancelling, tooLate, { code: "INVALID_TRANSITION" }),
});

import { defineMutants } from "../../define-mutants.ts";
import { sentByClient } from "../../fault-parts.ts";
import { codeOf, refusal, replying } from "../../faulty.ts";
import type { Fault, MutantCall } from "../../mutant-call.ts";

const asksFor = (call: MutantCall, kind: string) =>
  call.is("lifecycle.transition") && call.attributes["to_state"] === "verified" && call.caller === kind;

export default defineMutants("SVC-VERI-005", {
  "lets the provider verify": () => verifyingFor("provider"),
  "lets the organization verify": () => verifyingFor("organization"),
  "tells the provider about the state": () =>
    replying(
      (call) => asksFor(call, "provider"),
      (reply) => (codeOf(reply) === "FORBIDDEN" ? refusal("INVALID_TRANSITION") : reply),
    ),
});

/** The same in the client's name. */
function verifyingFor(kind: string): Fault {
  return async (call) => {
    const reply = await call.pass();
    if (!asksFor(call, kind) || codeOf(reply) !== "FORBIDDEN") return reply;
    return call.pass(await sentByClient(call));
  };
}

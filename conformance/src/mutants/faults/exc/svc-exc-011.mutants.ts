import type { CredentialKind } from "../../../settings.ts";
import { defineMutants } from "../../define-mutants.ts";
import { moving, sentByClient } from "../../fault-parts.ts";
import { codeOf } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

/** Lets somebody open the dispute of a client. */
function lettingDispute(party: CredentialKind): Fault {
  return async (call) => {
    const reply = await call.pass();
    const refused = ["FORBIDDEN", "NOT_FOUND"].includes(codeOf(reply) ?? "");
    const concerns = moving("disputed")(call) && call.caller === party && refused;
    return concerns ? call.pass(await sentByClient(call)) : reply;
  };
}

export default defineMutants("SVC-EXC-011", {
  "lets the provider dispute": () => lettingDispute("provider"),
  "lets the organization dispute": () => lettingDispute("organization"),
  "lets any client dispute": () => lettingDispute("second_client"),
  "lets any provider dispute": () => lettingDispute("second_provider"),
});

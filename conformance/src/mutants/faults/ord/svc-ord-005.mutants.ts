import type { CredentialKind } from "../../../settings.ts";
import { defineMutants } from "../../define-mutants.ts";
import { askedBy, sentBy } from "../../fault-parts.ts";
import { codeOf } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

/** Lets somebody accept in the client's place. */
function accepting(party: CredentialKind): Fault {
  return async (call) => {
    const reply = await call.pass();
    const refused = ["FORBIDDEN", "NOT_FOUND"].includes(codeOf(reply) ?? "");
    return refused && askedBy("service_orders.activate", party)(call) ? call.pass(sentBy(call, "client")) : reply;
  };
}

export default defineMutants("SVC-ORD-005", {
  "lets the organization accept its own proposal": () => accepting("organization"),
  "lets a provider accept": () => accepting("provider"),
  "lets any client accept": () => accepting("second_client"),
});

import { defineMutants } from "../../define-mutants.ts";
import { moving, sentBy, sessionOf } from "../../fault-parts.ts";
import { allowing, answering, refusal } from "../../faulty.ts";
import type { Fault, MutantCall } from "../../mutant-call.ts";

const claimed = (call: MutantCall) => (call.attributes["actor"] as { type?: string } | undefined)?.type;

/** Lets a party decide its own dispute. */
function deciding(party: "client" | "provider", ...to: readonly string[]): Fault {
  const concerns = (call: MutantCall) => moving(...to)(call) && (claimed(call) ?? call.caller) === party;
  return allowing(concerns, "FORBIDDEN", async (call) => {
    const session = await sessionOf(call);
    return session?.lifecycle.current_state === "disputed" ? sentBy(call, "organization") : null;
  });
}

export default defineMutants("SVC-EXC-013", {
  "lets the provider decide for itself": () => deciding("provider", "charged"),
  "lets the client decide for itself": () => deciding("client", "cancelled"),
  "lets the provider give in": () => deciding("provider", "cancelled"),
  "lets nobody decide": () =>
    answering(moving("charged", "cancelled"), async (call) => {
      const session = await sessionOf(call);
      return session?.lifecycle.current_state === "disputed" ? refusal("FORBIDDEN") : null;
    }),
});

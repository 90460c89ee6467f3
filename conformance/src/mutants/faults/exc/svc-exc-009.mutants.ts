import { defineMutants } from "../../define-mutants.ts";
import { sessionOf } from "../../fault-parts.ts";
import { type Editable, editing } from "../../faulty.ts";
import type { Fault, MutantCall } from "../../mutant-call.ts";

const LOG = /\/sessions\/([^/]+)\/x-events/;

/** Does not notify one party of a session. */
function silentTo(party: "client" | "provider"): Fault {
  return async (call: MutantCall) => {
    const id = LOG.exec(call.request.target)?.[1];
    const someone = id === undefined ? undefined : (await sessionOf(call, id))?.[party]?.id;
    return editing(
      () => id !== undefined,
      (body) => {
        body.data = body.data.filter(
          (entry: Editable) =>
            !JSON.stringify(entry).includes(`"recipient":{`) || !JSON.stringify(entry).includes(someone),
        );
      },
    )(call);
  };
}

export default defineMutants("SVC-EXC-009", {
  "does not tell clients who comes in place of their provider": () => silentTo("client"),
  "does not tell providers where they work instead": () => silentTo("provider"),
});

import { defineMutants } from "../../define-mutants.ts";
import { cancelling, sessionOf } from "../../fault-parts.ts";
import { allowing, editingSessions } from "../../faulty.ts";
import { asTheHouse, byAgent } from "../../faulty-mandates.ts";
import type { MutantCall } from "../../mutant-call.ts";

const CLAIM = "human_intent_confirmed";

/** The same without asking, where the session bears the claim. */
const believing = async (call: MutantCall) => ((await sessionOf(call))?.[CLAIM] === true ? asTheHouse(call) : null);

export default defineMutants("SVC-CONF-006", {
  "believes an agent that a human wants to cancel": () =>
    allowing((call) => byAgent()(call) && cancelling(call), "CONFIRMATION_REQUIRED", believing),
  "believes it where scheduling.cancel is asked for": () =>
    allowing(byAgent("scheduling.cancel"), "CONFIRMATION_REQUIRED", believing),
  "believes an agent that a human wants to book": () =>
    allowing(byAgent("scheduling.book"), "CONFIRMATION_REQUIRED", (call) =>
      call.attributes[CLAIM] === true ? asTheHouse(call) : null,
    ),
  "forgets the claim": () => editingSessions((session) => void delete session[CLAIM]),
});

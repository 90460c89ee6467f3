import { defineMutants } from "../../define-mutants.ts";
import { cancelling } from "../../fault-parts.ts";
import { allowing, answering, refusal } from "../../faulty.ts";
import { asTheHouse, byAgent, claimOf, doingWhatItRefuses, ignoring, mandateBehind } from "../../faulty-mandates.ts";
import type { MutantCall } from "../../mutant-call.ts";

const agentCancels = (call: MutantCall) => byAgent()(call) && cancelling(call);

/** Who asks for the cancellation, as its mandate says. */
const actingFor = async (call: MutantCall) => (await mandateBehind(call))?.acting_for;

export default defineMutants("SVC-AUTO-002", {
  "lets an agent cancel alone": () => ignoring("CONFIRMATION_REQUIRED", { which: agentCancels }),
  "asks about a move, and not about scheduling.cancel": () =>
    ignoring("CONFIRMATION_REQUIRED", { which: byAgent("scheduling.cancel") }),
  "lets a client's agent cancel alone": () =>
    allowing(agentCancels, "CONFIRMATION_REQUIRED", async (call) =>
      (await actingFor(call)) === "patient" ? asTheHouse(call) : null,
    ),
  "takes the approval of an amount for that of a cancellation": () =>
    allowing(agentCancels, "CONFIRMATION_REQUIRED", async (call) =>
      (await mandateBehind(call))?.constraints?.require_confirmation_above ? asTheHouse(call) : null,
    ),
  "asks, and cancels": () => doingWhatItRefuses(agentCancels, "CONFIRMATION_REQUIRED"),
  "lets no agent cancel, whoever has agreed": () =>
    answering(
      (call) => agentCancels(call) && claimOf(call)["confirmation_id"] !== undefined,
      () => refusal("FORBIDDEN"),
    ),
});

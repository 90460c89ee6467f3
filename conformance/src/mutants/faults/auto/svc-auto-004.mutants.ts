import { defineMutants } from "../../define-mutants.ts";
import { answering, refusal } from "../../faulty.ts";
import { byAgent, claimOf, doingWhatItRefuses, ignoring } from "../../faulty-mandates.ts";

const proposing = byAgent("service_orders.propose");

export default defineMutants("SVC-AUTO-004", {
  "lets an agent propose alone": () => ignoring("CONFIRMATION_REQUIRED", { which: proposing }),
  "asks, and proposes": () => doingWhatItRefuses(proposing, "CONFIRMATION_REQUIRED"),
  "lets no agent propose, whoever has agreed": () =>
    answering(
      (call) => proposing(call) && claimOf(call)["confirmation_id"] !== undefined,
      () => refusal("CONFIRMATION_INVALID"),
    ),
});

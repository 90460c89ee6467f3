import { defineMutants } from "../../define-mutants.ts";
import { answering, editingAttributes, refusal } from "../../faulty.ts";
import { byAgent, claimOf, doingWhatItRefuses, ignoring } from "../../faulty-mandates.ts";
import type { Fault, MutantCall } from "../../mutant-call.ts";

const agreed = (call: MutantCall) => byAgent()(call) && claimOf(call)["confirmation_id"] !== undefined;

export default defineMutants("SVC-CONF-004", {
  "does what was approved although the mandate is revoked": () => ignoring("MANDATE_EXPIRED", { which: agreed }),
  "does what was approved although the mandate is suspended": () => ignoring("MANDATE_SUSPENDED", { which: agreed }),
  "does what was approved although the agent stands on both sides": () =>
    ignoring("CONFLICT_OF_INTEREST", { which: agreed }),
  "refuses, and does what was approved": () => doingWhatItRefuses(agreed, "MANDATE_EXPIRED"),
  "keeps the questions of a revoked mandate": () =>
    editingAttributes("confirmations.get", (question) => {
      if (question.status === "voided") question.status = "approved";
    }),
  "throws approvals away when a mandate is suspended": forgettingSuspended,
});

function forgettingSuspended(): Fault {
  const suspended = new Set<unknown>();
  return answering(
    (call) => call.is("mandates.suspend") || agreed(call),
    async (call) => {
      if (!call.is("mandates.suspend")) {
        const reply = await call.pass();
        return reply.status === 200 && suspended.has(claimOf(call)["mandate_id"])
          ? refusal("CONFIRMATION_INVALID")
          : reply;
      }
      suspended.add(call.params["mandate_id"]);
      return null;
    },
  );
}

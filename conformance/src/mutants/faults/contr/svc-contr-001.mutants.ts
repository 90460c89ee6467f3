import { defineMutants } from "../../define-mutants.ts";
import { answering, editingAttributes, refusal } from "../../faulty.ts";
import type { MutantCall } from "../../mutant-call.ts";

const ofAnOffer = (call: MutantCall) => call.is("contract.get") && !call.params["service_id"]?.startsWith("ses_");

export default defineMutants("SVC-CONTR-001", {
  "shows terms to those who have booked only": () => answering(ofAnOffer, () => refusal("NOT_FOUND")),
  "does not show what an absence costs": () =>
    editingAttributes("contract.get", (contract) => void delete contract.no_show_policy),
  "does not show how long one may dispute": () =>
    editingAttributes("contract.get", (contract) => void delete contract.dispute_window_hours),
  "shows clients other terms": () =>
    editingAttributes("contract.get", (contract, call) => {
      if (call.caller === "client") contract.cancellation_policy.tiers.reverse();
    }),
  "has terms for every offer that one may think of": () => {
    let last: string | undefined;
    return async (call) => {
      const reply = await call.pass();
      if (!call.is("contract.get")) return reply;
      if (reply.status === 200) last = call.request.target;
      return reply.status === 404 && last !== undefined ? call.pass({ target: last }) : reply;
    };
  },
});

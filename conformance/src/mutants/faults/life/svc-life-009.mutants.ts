import { defineMutants } from "../../define-mutants.ts";
import { editingAttributes, replying } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

const ask = "lifecycle.get_state";

/** Answers for an unknown session with the last that it knew. */
function knowingAny(): Fault {
  let last: string | undefined;
  return async (call) => {
    const reply = await call.pass();
    if (call.is(ask) && reply.status === 200) last = call.request.target;
    return call.is(ask) && reply.status === 404 && last !== undefined ? call.pass({ target: last }) : reply;
  };
}

export default defineMutants("SVC-LIFE-009", {
  "does not offer to cancel": () =>
    editingAttributes(ask, (state) => {
      state.available_transitions = state.available_transitions.filter((to: string) => to !== "cancelled");
    }),
  "offers a way out of what is final": () =>
    editingAttributes(ask, (state) => {
      if (state.current_state === "cancelled") state.available_transitions = ["scheduled"];
    }),
  "offers to dispute what is verified": () =>
    editingAttributes(ask, (state) => {
      if (state.current_state === "verified") state.available_transitions.push("disputed");
    }),
  "shows the last move only": () =>
    editingAttributes(ask, (state) => {
      state.transitions = state.transitions.slice(-1);
    }),
  "knows every session that one may think of": knowingAny,
  "has a state of its own for what is waiting": () =>
    replying(ask, (reply) => {
      const text = JSON.stringify(reply.body).replace('"current_state":"rescheduling"', '"current_state":"waiting"');
      return { ...reply, body: JSON.parse(text) };
    }),
});

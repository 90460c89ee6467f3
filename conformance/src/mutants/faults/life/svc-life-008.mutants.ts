import { defineMutants } from "../../define-mutants.ts";
import { editingSessions, refusal, replying } from "../../faulty.ts";
import type { Reply } from "../../mutant-call.ts";

export default defineMutants("SVC-LIFE-008", {
  "says to everybody that they won": () => {
    const won = new Map<string, Reply>();
    return replying("lifecycle.transition", (reply, call) => {
      const move = `${call.params["session_id"]} ${call.attributes["to_state"]}`;
      if (reply.status === 200) won.set(move, reply);
      return won.get(move) ?? reply;
    });
  },
  "records a lost race": () =>
    editingSessions(({ lifecycle }) => {
      const last = lifecycle.transitions.at(-1);
      if (last.to === "confirmed") lifecycle.transitions.push({ ...last, from: "scheduled" });
    }),
  "breaks in a race": () =>
    replying("lifecycle.transition", (reply) => (reply.status >= 400 ? refusal("INTERNAL_ERROR") : reply)),
});

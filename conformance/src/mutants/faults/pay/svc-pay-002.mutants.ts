import { defineMutants } from "../../define-mutants.ts";
import { codeOf, editingSessions, replying } from "../../faulty.ts";
import type { Reply } from "../../mutant-call.ts";

export default defineMutants("SVC-PAY-002", {
  "leaves a sold session documented": () =>
    editingSessions(({ lifecycle }) => {
      if (lifecycle.current_state === "charged") lifecycle.current_state = "documented";
    }, "service.get"),
  "sells what is only delivered": () => {
    let sold: Reply | undefined;
    return replying("payments.create_sale", (reply) => {
      if (reply.status === 201) sold = reply;
      return codeOf(reply) === "INVALID_TRANSITION" && sold ? sold : reply;
    });
  },
  "keeps no record of being charged": () =>
    editingSessions(({ lifecycle }) => {
      if (lifecycle.transitions.at(-1)?.to === "charged") lifecycle.transitions.pop();
    }, "service.get"),
});

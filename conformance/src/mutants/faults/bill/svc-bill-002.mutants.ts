import { defineMutants } from "../../define-mutants.ts";
import { codeOf, editingSessions, replying } from "../../faulty.ts";
import type { Reply } from "../../mutant-call.ts";

export default defineMutants("SVC-BILL-002", {
  "does not say when it charged": () => editingSessions(({ billing }) => void delete billing.charged_at),
  "leaves a charged session pending": () =>
    editingSessions(({ billing }) => {
      if (billing.status === "charged") billing.status = "pending";
    }),
  "charges a session twice": () => {
    let first: Reply | undefined;
    return replying("payments.create_sale", (reply) => {
      if (reply.status === 201) first = reply;
      return codeOf(reply) === "CONFLICT" && first ? first : reply;
    });
  },
});

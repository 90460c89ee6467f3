import { defineMutants } from "../../define-mutants.ts";
import { asking, replying } from "../../faulty.ts";
import type { Reply } from "../../mutant-call.ts";

export default defineMutants("SVC-PAY-003", {
  "does not look at the session that is named": () =>
    asking("payments.create_sale", ({ attributes }) => {
      const { session_id: _, ...others } = attributes;
      return { attributes: others };
    }),
  "charges although nothing is documented": () => {
    let sold: Reply | undefined;
    return replying("payments.create_sale", (reply) => {
      if (reply.status === 201) sold = reply;
      return reply.status === 422 && sold ? sold : reply;
    });
  },
});

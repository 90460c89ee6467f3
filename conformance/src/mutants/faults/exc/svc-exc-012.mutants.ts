import type { OperationId } from "../../../artefacts.ts";
import { defineMutants } from "../../define-mutants.ts";
import { editingAttributes, editingSessions, pretending } from "../../faulty.ts";
import type { Fault, Reply } from "../../mutant-call.ts";

/** Answers what is refused like the last that was accepted. */
function repeating(operation: OperationId): Fault {
  let last: Reply | null = null;
  const take = pretending(operation, "CONFLICT", () => last);
  return async (call) => {
    const reply = await take(call);
    if (call.is(operation) && reply.status === 201) last = reply;
    return reply;
  };
}

export default defineMutants("SVC-EXC-012", {
  "leaves the billing of what is disputed as it was": () =>
    editingSessions(({ billing }) => {
      if (billing.status === "disputed") billing.status = "charged";
    }),
  "takes payments for what is disputed": () => repeating("payments.record_payment"),
  "charges what is disputed": () => repeating("payments.create_sale"),
  "refuses a payment and keeps the money": () => {
    let payments = 0;
    return editingAttributes("payments.get_status", ({ sales }) => {
      payments += 1;
      for (const sale of sales ?? []) if (payments > 1) sale.paid.value += 1;
    });
  },
});

import { defineMutants } from "../../define-mutants.ts";
import { editingAttributes, pretending } from "../../faulty.ts";
import type { Fault, Reply } from "../../mutant-call.ts";

/** Takes payments for everything that looks like a sale. */
function takingPayments(): Fault {
  let last: Reply | null = null;
  const take = pretending("payments.record_payment", "CONFLICT", () => last);
  return async (call) => {
    const reply = await take(call);
    if (call.is("payments.record_payment") && reply.status === 201) last = reply;
    return reply;
  };
}

export default defineMutants("SVC-ORD-009", {
  "lets a session of an order be paid on its own": takingPayments,
  "invoices a session of an order": () =>
    editingAttributes("payments.create_sale", (sale) => {
      sale.transactional = true;
    }),
  "takes a payment of the order for one of its session": () =>
    editingAttributes("payments.get_status", ({ sales }) => {
      for (const sale of sales ?? []) if (sale.session_ids?.length > 0) sale.paid.value = 1;
    }),
});

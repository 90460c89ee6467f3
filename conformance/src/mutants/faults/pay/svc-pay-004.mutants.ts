import { defineMutants } from "../../define-mutants.ts";
import { askedBy } from "../../fault-parts.ts";
import { editingAttributes } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

const record = "payments.record_payment";

/** Takes a payment of an unknown sale for one of the last known sale. */
function crediting(): Fault {
  let last: string | undefined;
  return async (call) => {
    const reply = await call.pass();
    if (!call.is(record)) return reply;
    if (reply.status === 201) last = call.request.target;
    return reply.status === 404 && last !== undefined ? call.pass({ target: last }) : reply;
  };
}

export default defineMutants("SVC-PAY-004", {
  "takes payments of what nobody sold": crediting,
  "takes payments from the neighbour": () => async (call) => {
    const reply = await call.pass();
    return askedBy(record, "foreign_organization")(call) && reply.status === 404
      ? call.pass({ as: "organization" })
      : reply;
  },
  "does not say of which sale a payment is": () => editingAttributes(record, (payment) => void delete payment.sale_id),
  "does not count a payment": () =>
    editingAttributes("payments.get_status", (account) => {
      account.payments = [];
    }),
});

import { defineMutants } from "../../define-mutants.ts";
import { editingAttributes } from "../../faulty.ts";
import { inLedgers } from "../../ledger-faults.ts";

export default defineMutants("SVC-LEDG-006", {
  "bills each delivery anew": () =>
    inLedgers((ledger) => (ledger.amount_billed *= Math.max(1, ledger.services_verified))),
  "counts one delivery for each invoice": () =>
    inLedgers((ledger) => (ledger.services_verified = Math.min(1, ledger.services_verified))),
  "invoices the deliveries as well": () =>
    editingAttributes("payments.get_status", ({ sales }) => {
      for (const sale of sales ?? []) if (sale.service_order_id) sale.transactional = true;
    }),
});

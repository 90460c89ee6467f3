import { defineMutants } from "../../define-mutants.ts";
import { editingAttributes } from "../../faulty.ts";

const orders = ["service_orders.create", "service_orders.get"] as const;

export default defineMutants("SVC-ORD-001", {
  "forgets the rate card": () => editingAttributes(orders, ({ pricing }) => void delete pricing.rate_card),
  "forgets the second installment": () =>
    editingAttributes(orders, ({ payment_schedule }) => void payment_schedule.installments?.splice(1)),
  "has a word of its own for monthly": () =>
    editingAttributes(orders, ({ term }) => {
      if (term.type === "monthly") term.type = "per_month";
    }),
  "does not say who pays": () => editingAttributes(orders, (order) => void delete order.payer_id),
  "writes amounts of the ledger as text": () =>
    editingAttributes(orders, ({ ledger }) => {
      ledger.amount_billed = String(ledger.amount_billed);
    }),
  "does not list its sessions": () =>
    editingAttributes(orders, (order) => {
      order.service_ids = [];
    }),
});

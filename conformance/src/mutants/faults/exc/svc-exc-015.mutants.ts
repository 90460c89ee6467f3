import { defineMutants } from "../../define-mutants.ts";
import { editingAttributes, editingSessions } from "../../faulty.ts";

export default defineMutants("SVC-EXC-015", {
  "leaves the charge standing": () =>
    editingAttributes("payments.get_status", (account) => {
      for (const sale of account.sales ?? []) {
        if (sale.status !== "voided") continue;
        sale.status = "open";
        sale.due.value = sale.total.value;
        account.balance.value += sale.total.value;
      }
    }),
  "keeps what was paid": () =>
    editingAttributes("payments.get_status", (account) => {
      if (account.sales?.every((sale: { status: string }) => sale.status === "voided") && account.payments.length > 0)
        account.status = "open";
    }),
  "leaves what is cancelled charged": () =>
    editingSessions(({ billing, lifecycle }) => {
      if (lifecycle.transitions.at(-1).from === "disputed") billing.status = "charged";
    }),
  "says that the provider prevailed": () =>
    editingSessions(({ lifecycle }) => {
      for (const record of lifecycle.exceptions ?? [])
        if (record.resolution === "client_prevails") record.resolution = "provider_prevails";
    }),
});

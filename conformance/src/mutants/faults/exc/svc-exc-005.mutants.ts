import { defineMutants } from "../../define-mutants.ts";
import { editingAttributes, editingSessions } from "../../faulty.ts";

export default defineMutants("SVC-EXC-005", {
  "charges nothing for an absence": () =>
    editingAttributes("payments.get_status", (account) => {
      account.sales = [];
    }),
  "charges half of an absence": () =>
    editingAttributes("payments.get_status", ({ sales }) => {
      for (const sale of sales ?? []) sale.total.value /= 2;
    }),
  "does not say that an absence was charged": () =>
    editingSessions(({ billing, lifecycle }) => {
      if (lifecycle.current_state === "cancelled" && billing.status === "charged") billing.status = "pending";
    }),
});

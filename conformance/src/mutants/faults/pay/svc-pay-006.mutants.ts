import { defineMutants } from "../../define-mutants.ts";
import { changed } from "../../fault-parts.ts";
import { allowing, editingAttributes, editingSessions } from "../../faulty.ts";

export default defineMutants("SVC-PAY-006", {
  "takes a sale for paid when a unit is missing": () =>
    editingAttributes("payments.get_status", (account) => {
      if (account.total && account.total.value - account.paid.value === 1) account.status = "paid";
    }),
  "takes a sale for paid with its first payment": () =>
    editingAttributes("payments.get_status", (account) => {
      if (account.status === "partially_paid") account.status = "paid";
    }),
  "takes more than is owed": () =>
    allowing("payments.record_payment", "VALIDATION_ERROR", (call) =>
      changed(call, { amount: { ...(call.attributes["amount"] as object), value: 1 } }),
    ),
  "never sees that a session is paid": () =>
    editingSessions(({ billing }) => {
      if (billing.status === "paid") billing.status = "charged";
    }),
  "verifies what is paid": () =>
    editingSessions(({ billing, lifecycle }) => {
      if (billing.status === "paid") lifecycle.current_state = "verified";
    }),
});

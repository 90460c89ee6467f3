import { defineMutants } from "../../define-mutants.ts";
import { editingSessions, refusing } from "../../faulty.ts";

export default defineMutants("SVC-BILL-005", {
  "wants to be paid before": () => refusing("scheduling.book", "PAYMENT_REQUIRED"),
  "wants to be paid before it charges": () => refusing("payments.create_sale", "PAYMENT_REQUIRED"),
  "takes every booking for paid": () =>
    editingSessions(({ billing }) => {
      billing.status = "paid";
    }),
});

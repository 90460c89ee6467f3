import { defineMutants } from "../../define-mutants.ts";
import { editingSessions } from "../../faulty.ts";

const paid = new Set(["paid"]);

export default defineMutants("SVC-BILL-001", {
  "takes what is paid for verified": () =>
    editingSessions((session) => {
      if (paid.has(session.billing.status)) session.lifecycle.current_state = "verified";
    }, "service.get"),
  "records a move for a payment": () =>
    editingSessions(({ billing, lifecycle }) => {
      if (!paid.has(billing.status)) return;
      lifecycle.transitions.push({ ...lifecycle.transitions.at(-1), from: "charged", to: "verified" });
    }, "service.get"),
  "does not see that a session is paid": () =>
    editingSessions(({ billing }) => {
      if (paid.has(billing.status)) billing.status = "charged";
    }, "service.get"),
});

import { defineMutants } from "../../define-mutants.ts";
import { answering, refusal, refusing } from "../../faulty.ts";

export default defineMutants("SVC-DISC-006", {
  "cannot record evidence": () => refusing("delivery.record_evidence", "NOT_IMPLEMENTED"),
  "cannot make a sale": () => refusing("payments.create_sale", "NOT_FOUND"),
  "cannot be searched": () => refusing("registry.search", "INTERNAL_ERROR"),
  "does not read sessions": () =>
    answering("service.get", (call) => (call.params["service_id"]?.startsWith("ses_") ? refusal("NOT_FOUND") : null)),
});

import { defineMutants } from "../../define-mutants.ts";
import { changed } from "../../fault-parts.ts";
import { allowing, editingAttributes, refusing, renaming } from "../../faulty.ts";
import type { MutantCall } from "../../mutant-call.ts";

const record = "payments.record_payment";
const paying = (method: string) => (call: MutantCall) => call.is(record) && call.attributes["method"] === method;

export default defineMutants("SVC-PAY-005", {
  "takes any method": () => allowing(record, "VALIDATION_ERROR", (call) => changed(call, { method: "efectivo" })),
  "does not mind capitals": () =>
    allowing(paying("Efectivo"), "VALIDATION_ERROR", (call) => changed(call, { method: "efectivo" })),
  "takes no cards": () => refusing(paying("tarjeta"), "VALIDATION_ERROR"),
  "records every payment as cash": () =>
    editingAttributes(record, (payment) => {
      payment.method = "efectivo";
    }),
  "says that an unknown method is a conflict": () =>
    renaming(record, "VALIDATION_ERROR", { code: "CONFLICT", status: 409 }),
});

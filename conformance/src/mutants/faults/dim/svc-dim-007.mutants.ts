import { defineMutants } from "../../define-mutants.ts";
import { allowing, editingSessions } from "../../faulty.ts";

export default defineMutants("SVC-DIM-007", {
  "bills in no currency": () =>
    editingSessions(({ billing }) => {
      billing.amount.currency = "XXX";
    }, "service.get"),
  "bills a text": () =>
    editingSessions(({ billing }) => {
      billing.amount.value = String(billing.amount.value);
    }, "service.get"),
  "takes a negative price": () =>
    allowing("payments.create_sale", "VALIDATION_ERROR", ({ attributes }) =>
      attributes["unit_price"] === -1 ? { attributes: { ...attributes, unit_price: 1 } } : null,
    ),
});

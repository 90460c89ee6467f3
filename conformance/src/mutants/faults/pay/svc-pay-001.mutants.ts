import { defineMutants } from "../../define-mutants.ts";
import { allowing, editing } from "../../faulty.ts";

export default defineMutants("SVC-PAY-001", {
  "takes a sale without a price": () =>
    allowing("payments.create_sale", "VALIDATION_ERROR", ({ attributes }) =>
      attributes["unit_price"] === undefined ? { attributes: { ...attributes, unit_price: 1000 } } : null,
    ),
  "counts no sessions": () =>
    editing("payments.create_sale", ({ data }) => {
      data.attributes.quantity = 0;
    }),
  "charges although it refuses": () => async (call) => {
    const reply = await call.pass();
    if (call.is("payments.create_sale") && reply.status === 422 && call.attributes["unit_price"] === undefined) {
      await call.pass({ attributes: { ...call.attributes, unit_price: 1000 } });
    }
    return reply;
  },
});

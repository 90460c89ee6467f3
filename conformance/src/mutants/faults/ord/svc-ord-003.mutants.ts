import { defineMutants } from "../../define-mutants.ts";
import { changed } from "../../fault-parts.ts";
import { allowing, type Editable, editingErrors } from "../../faulty.ts";

const create = "service_orders.create";

export default defineMutants("SVC-ORD-003", {
  "makes an order at a fixed price without one": () =>
    allowing(create, "VALIDATION_ERROR", (call) => {
      const { pricing } = call.attributes as Editable;
      return pricing.model === "fixed" && pricing.fixed_amount === undefined
        ? changed(call, { pricing: { ...pricing, fixed_amount: 0 } })
        : null;
    }),
  "makes an order by the hour without rates": () =>
    allowing(create, "VALIDATION_ERROR", (call) => {
      const { pricing } = call.attributes as Editable;
      const rate_card = [{ level: "any", billable_rate: 1 }];
      return pricing.model === "t&m" ? changed(call, { pricing: { ...pricing, rate_card } }) : null;
    }),
  "takes a schedule of its own for one without parts": () =>
    allowing(create, "VALIDATION_ERROR", (call) => {
      const { payment_schedule } = call.attributes as Editable;
      return payment_schedule.type === "custom" ? changed(call, { payment_schedule: { type: "upfront" } }) : null;
    }),
  "does not say which term is missing": () =>
    editingErrors(create, (error) => {
      error.source = { pointer: "/" };
    }),
  "keeps the order that it refuses": () => async (call) => {
    const reply = await call.pass();
    if (call.is(create) && reply.status === 422) {
      const { pricing, payment_schedule } = call.attributes as Editable;
      const price = { ...pricing, fixed_amount: 0, rate_card: [{ level: "any", billable_rate: 1 }] };
      const schedule = { type: payment_schedule.type === "on_delivery" ? "on_delivery" : "upfront" };
      await call.pass(changed(call, { pricing: price, payment_schedule: schedule }));
    }
    return reply;
  },
});

import { defineMutants } from "../../define-mutants.ts";
import { retargeted } from "../../fault-parts.ts";
import { allowing, editing, enveloped } from "../../faulty.ts";

const ask = "payments.get_status";

export default defineMutants("SVC-PAY-007", {
  "takes the sale where both are named": () =>
    allowing(ask, "VALIDATION_ERROR", (call) =>
      call.query.has("sale_id") ? retargeted(call, { client_id: null }) : null,
    ),
  "has an empty account where neither is named": () => async (call) => {
    const reply = await call.pass();
    const neither = call.is(ask) && !call.query.has("sale_id") && !call.query.has("client_id");
    return neither
      ? enveloped(200, { data: { type: "payment_status", id: "all", attributes: { status: "settled" } } })
      : reply;
  },
  "has an empty account for unknown clients": () => async (call) => {
    const reply = await call.pass();
    return call.is(ask) && reply.status === 404 && call.query.has("client_id")
      ? enveloped(200, { data: { type: "payment_status", id: call.query.get("client_id"), attributes: {} } })
      : reply;
  },
  "shows the account of the client under the id of the sale": () =>
    editing(ask, ({ data }, { query }) => {
      if (query.has("client_id")) data.id = data.attributes.sales?.[0]?.id ?? data.id;
    }),
});

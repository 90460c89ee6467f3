import { defineMutants } from "../../define-mutants.ts";
import { askedBy } from "../../fault-parts.ts";
import { allowing, asking, codeOf, editingAttributes, refusal } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

/** Refuses strangers, and tells them what there is. */
function tellingStrangers(): Fault {
  return async (call) => {
    const reply = await call.pass();
    const hidden = call.is("service_orders.get", "service_orders.get_ledger") && codeOf(reply) === "NOT_FOUND";
    return hidden ? refusal("FORBIDDEN", { detail: `${call.params["order_id"]} is not yours.` }) : reply;
  };
}

export default defineMutants("SVC-ORD-006", {
  "makes public orders": () =>
    editingAttributes(["service_orders.create", "service_orders.get"], (order) => {
      order.visibility = "public";
    }),
  "shows orders to other clients": () =>
    allowing(askedBy("service_orders.get", "second_client"), "NOT_FOUND", () => ({ as: "organization" })),
  "shows ledgers to other clients": () =>
    allowing(askedBy("service_orders.get_ledger", "second_client"), "NOT_FOUND", () => ({ as: "organization" })),
  "lists the orders of all clients": () =>
    asking(askedBy("service_orders.list", "second_client"), () => ({ as: "organization" })),
  "tells strangers that there is an order": tellingStrangers,
});

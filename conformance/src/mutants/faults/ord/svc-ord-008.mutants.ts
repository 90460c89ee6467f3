import { defineMutants } from "../../define-mutants.ts";
import { changed } from "../../fault-parts.ts";
import { allowing, type Editable, editingErrors } from "../../faulty.ts";
import type { Fault, MutantCall } from "../../mutant-call.ts";

/** Books without the order what it may not be booked under. */
function bookingWhere(holds: (order: Editable, call: MutantCall) => boolean): Fault {
  return allowing("scheduling.book", "VALIDATION_ERROR", async (call) => {
    const target = `/servicialo/v1/service-orders/${call.attributes["service_order_id"]}`;
    const order = ((await call.ask("GET", target, { as: "organization" })).body as Editable).data?.attributes;
    return order && holds(order, call) ? changed(call, { service_order_id: undefined }) : null;
  });
}

export default defineMutants("SVC-ORD-008", {
  "books under what is only proposed": () => bookingWhere(({ lifecycle }) => lifecycle.current_state === "proposed"),
  "books under what is paused": () => bookingWhere(({ lifecycle }) => lifecycle.current_state === "paused"),
  "does not look at what an order covers": () =>
    bookingWhere(({ lifecycle, scope }) => lifecycle.current_state === "active" && /-/.test(scope.service_types[0])),
  "books under the order of another client": () =>
    bookingWhere(
      ({ client_id, lifecycle }, call) =>
        lifecycle.current_state === "active" && client_id !== call.attributes["client_id"],
    ),
  "blames the service for the order": () =>
    editingErrors("scheduling.book", (error) => {
      error.source = { pointer: "/data/attributes/service_id" };
    }),
});

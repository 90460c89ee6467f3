import { defineMutants } from "../../define-mutants.ts";
import { changed } from "../../fault-parts.ts";
import { allowing, type Editable, editingAttributes } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

/** Takes over what was sent of the lifecycle. */
function believing(take: (own: Editable, sent: Editable) => void): Fault {
  const sent = new Map<string, Editable>();
  return editingAttributes(["service_orders.create", "service_orders.get"], (order, call, { id }) => {
    const { lifecycle } = call.attributes as Editable;
    if (lifecycle) sent.set(id, lifecycle);
    if (sent.has(id)) take(order.lifecycle, sent.get(id));
  });
}

export default defineMutants("SVC-ORD-002", {
  "believes the state that is sent": () =>
    believing((own, { current_state }) => {
      own.current_state = current_state;
    }),
  "keeps records that are sent": () =>
    believing((own, { transitions }) => {
      own.transitions.push(...(transitions ?? []));
    }),
  "begins every order as proposed": () =>
    editingAttributes("service_orders.create", ({ lifecycle }) => {
      lifecycle.current_state = "proposed";
    }),
  "books under what is a draft": () =>
    allowing("scheduling.book", "VALIDATION_ERROR", (call) => changed(call, { service_order_id: undefined })),
});

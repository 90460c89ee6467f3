import { defineMutants } from "../../define-mutants.ts";
import { both, type Editable, editing } from "../../faulty.ts";
import { inLedgers } from "../../ledger-faults.ts";
import type { Fault } from "../../mutant-call.ts";

/** Counts sessions from another state on. */
function countingFrom(state: string): Fault {
  const reached = new Map<string, Set<string>>();
  const seen = editing(["lifecycle.transition", "payments.create_sale", "service.get"], ({ data }) => {
    const { service_order_id, lifecycle } = data.attributes as Editable;
    if (!service_order_id || !lifecycle?.transitions.some(({ to }: Editable) => to === state)) return;
    const known = reached.get(service_order_id) ?? new Set();
    reached.set(service_order_id, known.add(data.id));
  });
  const counted = editing("service_orders.get_ledger", ({ data }) => {
    data.attributes.services_verified = Math.max(data.attributes.services_verified, reached.get(data.id)?.size ?? 0);
  });
  return both(seen, counted);
}

export default defineMutants("SVC-LEDG-002", {
  "counts what is documented": () => countingFrom("documented"),
  "counts what is confirmed": () => countingFrom("confirmed"),
  "never counts hours": () => inLedgers((ledger) => (ledger.hours_consumed = 0)),
  "counts begun hours": () => inLedgers((ledger) => (ledger.hours_consumed = Math.ceil(ledger.hours_consumed))),
  "never counts sessions": () => inLedgers((ledger) => (ledger.services_verified = 0)),
});

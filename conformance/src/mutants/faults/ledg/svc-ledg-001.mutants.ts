import { defineMutants } from "../../define-mutants.ts";
import { type Editable, replying, resourcesIn } from "../../faulty.ts";
import { inLedgers } from "../../ledger-faults.ts";

export default defineMutants("SVC-LEDG-001", {
  "believes a ledger that is written to it": () => {
    const written = new Map<string, object>();
    return replying(
      ["service_orders.create", "service_orders.update", "service_orders.get_ledger", "service_orders.get"],
      (reply, call) => {
        const body = structuredClone(reply.body);
        for (const one of resourcesIn(body)) {
          const { ledger } = call.attributes as Editable;
          if (ledger) written.set(one.id, ledger);
          const known = written.get(one.id);
          if (known) Object.assign(one.type === "ledgers" ? one.attributes : one.attributes.ledger, known);
        }
        return { ...reply, body };
      },
    );
  },
  "counts whole hours": () => inLedgers((ledger) => (ledger.hours_consumed = Math.round(ledger.hours_consumed))),
  "rounds what each session consumes": () =>
    inLedgers((ledger) => (ledger.amount_consumed = Math.floor(ledger.amount_consumed / 10) * 10)),
  "takes what is left of the price for what is left to pay": () =>
    inLedgers((ledger) => (ledger.amount_remaining -= ledger.amount_collected)),
  "collects the first payment twice": () =>
    inLedgers((ledger) => (ledger.amount_collected *= ledger.amount_collected < ledger.amount_billed ? 2 : 1)),
});

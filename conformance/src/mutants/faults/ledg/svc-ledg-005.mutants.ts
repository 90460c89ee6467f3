import { defineMutants } from "../../define-mutants.ts";
import { inLedgers } from "../../ledger-faults.ts";

export default defineMutants("SVC-LEDG-005", {
  "takes a part for the whole": () =>
    inLedgers((ledger) => (ledger.amount_collected = ledger.amount_collected > 0 ? ledger.amount_billed : 0)),
  "collects whole payments only": () =>
    inLedgers((ledger) => (ledger.amount_collected *= ledger.amount_collected < ledger.amount_billed ? 0 : 1)),
  "sees the first payment only": () =>
    inLedgers((ledger, first) => {
      if (ledger.amount_collected > 0) first["paid"] ??= ledger.amount_collected;
      ledger.amount_collected = first["paid"] ?? 0;
    }),
  "bills what is collected": () => inLedgers((ledger) => (ledger.amount_billed = ledger.amount_collected)),
});

import { defineMutants } from "../../define-mutants.ts";
import { inLedgers } from "../../ledger-faults.ts";

export default defineMutants("SVC-LEDG-003", {
  "collects nothing before a delivery": () =>
    inLedgers((ledger) => (ledger.amount_collected *= Math.min(1, ledger.services_verified))),
  "bills nothing before a delivery": () =>
    inLedgers((ledger) => (ledger.amount_billed *= Math.min(1, ledger.services_verified))),
  "takes what is paid for consumed": () => inLedgers((ledger) => (ledger.amount_consumed = ledger.amount_collected)),
});

import { defineMutants } from "../../define-mutants.ts";
import { DEMO_PRICE, inLedgers } from "../../ledger-faults.ts";

export default defineMutants("SVC-LEDG-007", {
  "bills the whole price for a part": () =>
    inLedgers((ledger) => (ledger.amount_billed = ledger.amount_billed > 0 ? DEMO_PRICE : 0)),
  "consumes the whole price for a part": () =>
    inLedgers((ledger) => (ledger.amount_consumed = ledger.services_verified * DEMO_PRICE)),
  "does not count a part": () => inLedgers((ledger) => (ledger.services_verified = 0)),
  "counts half a service": () => inLedgers((ledger) => (ledger.services_verified /= 2)),
});

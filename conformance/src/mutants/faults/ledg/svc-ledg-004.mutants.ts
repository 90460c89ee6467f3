import { defineMutants } from "../../define-mutants.ts";
import { DEMO_PRICE, inLedgers } from "../../ledger-faults.ts";

export default defineMutants("SVC-LEDG-004", {
  "does not count what costs nothing": () =>
    inLedgers((ledger) => (ledger.services_verified *= Math.min(1, ledger.amount_billed))),
  "bills free services at a price": () =>
    inLedgers((ledger) => (ledger.amount_billed ||= DEMO_PRICE * ledger.services_verified)),
  "takes free services for paid": () => inLedgers((ledger) => (ledger.amount_collected ||= ledger.services_verified)),
});

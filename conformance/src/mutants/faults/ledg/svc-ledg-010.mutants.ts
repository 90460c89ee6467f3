import { defineMutants } from "../../define-mutants.ts";
import { DEMO_PRICE, inLedgers } from "../../ledger-faults.ts";

export default defineMutants("SVC-LEDG-010", {
  "bills a period only after a delivery": () =>
    inLedgers((ledger, seen) => {
      if (ledger.services_verified === 0) seen["billed"] ??= ledger.amount_billed;
      if (ledger.services_verified === 0) ledger.amount_billed = seen["billed"];
    }),
  "bills all periods at once": () =>
    inLedgers((ledger) => (ledger.amount_billed += Math.max(ledger.amount_remaining, 0))),
  "bills a delivery in addition": () =>
    inLedgers((ledger) => (ledger.amount_billed += DEMO_PRICE * ledger.services_verified)),
});

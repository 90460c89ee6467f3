import { defineMutants } from "../../define-mutants.ts";
import { inLedgers } from "../../ledger-faults.ts";

export default defineMutants("SVC-LEDG-008", {
  "is off by one refund": () =>
    inLedgers((ledger, most) => {
      most["collected"] = Math.max(most["collected"] ?? 0, ledger.amount_collected);
      ledger.amount_collected = most["collected"];
    }),
  "counts a refund twice": () =>
    inLedgers((ledger, most) => {
      most["collected"] = Math.max(most["collected"] ?? 0, ledger.amount_collected);
      ledger.amount_collected -= most["collected"] - ledger.amount_collected;
    }),
  "takes a service back with its money": () =>
    inLedgers((ledger, most) => {
      most["collected"] = Math.max(most["collected"] ?? 0, ledger.amount_collected);
      if (ledger.amount_collected < most["collected"]) ledger.services_verified -= 1;
    }),
});

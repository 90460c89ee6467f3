import { defineMutants } from "../../define-mutants.ts";
import { editingErrors } from "../../faulty.ts";
import { byAgent, ignoring, misreading } from "../../faulty-mandates.ts";

const THRESHOLD = "require_confirmation_above";

export default defineMutants("SVC-MAND-014", {
  "asks from the threshold on, and not above it": () =>
    misreading(THRESHOLD, ({ amount, currency }) => ({ amount: Math.max(0, amount - 1), currency })),
  "asks one unit late": () => misreading(THRESHOLD, ({ amount, currency }) => ({ amount: amount + 1, currency })),
  "compares the numbers of two currencies": () => misreading(THRESHOLD, ({ amount }) => ({ amount, currency: "CLP" })),
  "takes a threshold of nothing for none": () =>
    misreading(THRESHOLD, ({ amount, currency }) => ({ amount: amount === 0 ? 1_000_000_000 : amount, currency })),
  "does not look at what a booking costs": () =>
    ignoring("CONFIRMATION_REQUIRED", { which: byAgent("scheduling.book") }),
  "does not look at what a sale is worth": () =>
    ignoring("CONFIRMATION_REQUIRED", { which: byAgent("payments.create_sale") }),
  "does not say that it is the amount": () =>
    editingErrors(byAgent("scheduling.book"), ({ meta }) => {
      delete meta?.constraint;
      delete meta?.check;
    }),
});

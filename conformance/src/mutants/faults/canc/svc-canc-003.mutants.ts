import { defineMutants } from "../../define-mutants.ts";
import { editingAttributes } from "../../faulty.ts";
import { pricing, tierAt } from "../../pricing.ts";

export default defineMutants("SVC-CANC-003", {
  "counts whole hours": () => pricing(({ hours, tiers }) => tierAt(tiers, Math.floor(hours))),
  "ends what is free a minute too early": () =>
    pricing(({ hours, tiers }) => (hours < 24 + 1 / 60 ? Math.max(50, tierAt(tiers, hours)) : 0)),
  "charges all a minute too early": () =>
    pricing(({ hours, tiers }) => (hours < 2 + 1 / 60 ? 100 : tierAt(tiers, hours))),
  "charges all within the last three hours": () =>
    pricing(({ hours, tiers }) => (hours < 3 ? 100 : tierAt(tiers, hours))),
  "charges half down to the start": () => pricing(({ hours, tiers }) => Math.min(50, tierAt(tiers, hours))),
  "states one penalty and charges another": () =>
    editingAttributes("payments.get_status", ({ sales }) => {
      for (const sale of sales ?? []) sale.due.value *= 2;
    }),
});

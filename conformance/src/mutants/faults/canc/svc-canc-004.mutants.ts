import { defineMutants } from "../../define-mutants.ts";
import { cancelling } from "../../fault-parts.ts";
import { both, type Editable, editing, editingAttributes } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

/** Rounds the penalty otherwise, in the answer and in the account. */
function rounding(round: (amount: number) => number): Fault {
  const penalties = new Map<number, number>();
  const stated = editing(cancelling, ({ data, meta }) => {
    const penalty = meta?.policy?.penalty as Editable;
    if (!penalty) return;
    const wrong = round((data.attributes.billing.amount.value * meta.policy.penalty_percent) / 100);
    penalties.set(penalty.value, wrong);
    penalty.value = wrong;
  });
  const owed = editingAttributes("payments.get_status", ({ sales }) => {
    for (const sale of sales ?? []) sale.due.value = penalties.get(sale.due.value) ?? sale.due.value;
  });
  return both(stated, owed);
}

export default defineMutants("SVC-CANC-004", {
  "rounds a half down": () => rounding(Math.floor),
  "charges halves of the smallest unit": () => rounding((amount) => amount),
  "rounds to whole tens": () => rounding((amount) => Math.round(amount / 10) * 10),
});

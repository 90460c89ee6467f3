import { defineMutants } from "../../define-mutants.ts";
import { type Editable, editingSessions } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

/** Computes the amount of a part otherwise. */
function sharing(share: (price: number, minutes: number, length: number) => number): Fault {
  const prices = new Map<string, number>();
  return editingSessions((session) => {
    const { id, billing, lifecycle, duration_minutes } = session as Editable;
    const [first] = (lifecycle.exceptions ?? []).filter((record: Editable) => record.type === "partial");
    if (!first) return void prices.set(id, billing.amount.value);
    const minutes = first.details?.delivered_minutes ?? 1;
    billing.amount.value = share(prices.get(id) ?? billing.amount.value, minutes, duration_minutes);
  });
}

export default defineMutants("SVC-EXC-021", {
  "charges the whole price for a part": () => sharing((price) => price),
  "charges half for any part": () => sharing((price) => Math.round(price / 2)),
});

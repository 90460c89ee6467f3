import { defineMutants } from "../../define-mutants.ts";
import { cancelling, moving } from "../../fault-parts.ts";
import { editing } from "../../faulty.ts";

export default defineMutants("SVC-CANC-006", {
  "does not state the penalty": () => editing(cancelling, ({ meta }) => void delete meta?.policy?.penalty),
  "states no policy after a transition": () => editing(moving("cancelled"), ({ meta }) => void delete meta?.policy),
  "gives back what nobody has paid": () =>
    editing(cancelling, ({ data, meta }) => {
      if (meta?.policy) meta.policy.refund = data.attributes.billing.amount;
    }),
  "states the minutes that were left": () =>
    editing(cancelling, ({ meta }) => {
      if (meta?.policy) meta.policy.hours_before *= 60;
    }),
});

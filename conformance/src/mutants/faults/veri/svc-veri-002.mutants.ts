import { defineMutants } from "../../define-mutants.ts";
import { editingAttributes, editingSessions } from "../../faulty.ts";
import type { MutantCall } from "../../mutant-call.ts";

const HOUR_MS = 3_600_000;

/** Says another window of contracts. */
const saying = (hours: (seen: number, call: MutantCall) => number) => () =>
  editingAttributes("contract.get", (contract, call) => {
    contract.verification_deadline_hours = hours(contract.verification_deadline_hours, call);
  });

export default defineMutants("SVC-VERI-002", {
  "lets a window last for four days": saying(() => 96),
  "lets a window last for no time": saying(() => 0),
  "lets a window last for half an hour": saying(() => 0.5),
  "says another window of the session than of its offer": saying((hours, call) =>
    call.params["service_id"]?.startsWith("ses_") ? Math.max(1, hours - 1) : hours,
  ),
  "counts the window by the default of the protocol": () =>
    editingSessions(({ lifecycle }) => {
      if (!lifecycle.verification_deadline) return;
      const delivered = lifecycle.transitions.find(({ to }: { to: string }) => to === "delivered");
      lifecycle.verification_deadline = new Date(Date.parse(delivered.at) + 24 * HOUR_MS).toISOString();
    }),
});

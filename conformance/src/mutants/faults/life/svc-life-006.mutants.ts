import { defineMutants } from "../../define-mutants.ts";
import { sessionReply } from "../../fault-parts.ts";
import { type Editable, editingSessions, pretending } from "../../faulty.ts";

export default defineMutants("SVC-LIFE-006", {
  "confirms without a word about scheduled": () =>
    editingSessions(({ lifecycle }) => {
      const [first, second, ...others] = lifecycle.transitions;
      if (second?.method !== "auto" || others.length === 0) return;
      lifecycle.transitions = [first, { ...others[0], from: "requested" }, ...others.slice(1)];
    }),
  "says that a party scheduled what it only confirmed": () =>
    editingSessions(({ lifecycle }) => {
      const confirmed = lifecycle.transitions.find(({ to }: Editable) => to === "confirmed");
      for (const record of lifecycle.transitions)
        if (record.to === "scheduled" && confirmed) Object.assign(record, { by: confirmed.by, method: "manual" });
    }),
  "says that the system confirmed": () =>
    editingSessions(({ lifecycle }) => {
      for (const record of lifecycle.transitions) if (record.to === "confirmed") record.by = "system";
    }),
  "leaves what it confirms scheduled": () =>
    editingSessions(({ lifecycle }) => {
      if (lifecycle.current_state !== "confirmed") return;
      lifecycle.transitions.pop();
      lifecycle.current_state = "scheduled";
    }, "scheduling.confirm"),
  "says that it confirmed what is cancelled": () =>
    pretending("scheduling.confirm", "INVALID_TRANSITION", (call) => sessionReply(call)),
});

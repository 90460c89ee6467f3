import { defineMutants } from "../../define-mutants.ts";
import { moving } from "../../fault-parts.ts";
import { answering, editingSessions, refusal, type Which } from "../../faulty.ts";
import { byAgent } from "../../faulty-mandates.ts";

const asking = (which: Which) => () =>
  answering(which, () => refusal("CONFIRMATION_REQUIRED", { meta: { confirmation_id: "cnf_any" } }));

export default defineMutants("SVC-AUTO-008", {
  "asks a human before an agent books": asking(byAgent("scheduling.book")),
  "asks a human before an agent schedules": asking((call) => byAgent()(call) && moving("scheduled")(call)),
  "asks a human before an agent reschedules": asking(byAgent("scheduling.reschedule")),
  "asks a human before an agent records evidence": asking(byAgent("delivery.record_evidence")),
  "calls an agent's evidence manual": () =>
    editingSessions(({ proof }) => {
      for (const item of proof?.evidence ?? []) item.method = "manual";
    }),
});

import { defineMutants } from "../../define-mutants.ts";
import { editingSessions } from "../../faulty.ts";

export default defineMutants("SVC-EVID-002", {
  "forgets evidence": () =>
    editingSessions(({ proof }) => {
      if (proof) proof.evidence = [];
    }),
  "forgets when it was captured": () =>
    editingSessions(({ proof }) => {
      for (const item of proof?.evidence ?? []) delete item.captured_at;
    }),
  "forgets what was captured": () =>
    editingSessions(({ proof }) => {
      for (const item of proof?.evidence ?? []) item.data = {};
    }),
});

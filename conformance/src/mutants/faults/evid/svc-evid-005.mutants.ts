import { defineMutants } from "../../define-mutants.ts";
import { answering, editingSessions, enveloped } from "../../faulty.ts";

export default defineMutants("SVC-EVID-005", {
  "overwrites the first item": () =>
    editingSessions(({ proof }) => {
      const items = proof?.evidence ?? [];
      if (items.length > 1) items[0] = { ...items[0], data: items[1].data };
    }),
  "keeps the newest item only": () =>
    editingSessions(({ proof }) => {
      if (proof?.evidence) proof.evidence = proof.evidence.slice(-1);
    }),
  "says that it deleted evidence": () =>
    answering(
      (call) => call.request.method === "DELETE" && call.request.target.includes("/evidence"),
      () => enveloped(200, { data: null }),
    ),
});

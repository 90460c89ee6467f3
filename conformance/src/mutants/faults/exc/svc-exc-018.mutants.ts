import { defineMutants } from "../../define-mutants.ts";
import { type Editable, editingSessions } from "../../faulty.ts";

const conflicts = (lifecycle: Editable): Editable[] =>
  (lifecycle.exceptions ?? []).filter((record: Editable) => record.type === "resource_conflict");

export default defineMutants("SVC-EXC-018", {
  "keeps no record of a replaced resource": () =>
    editingSessions(({ lifecycle }) => {
      lifecycle.exceptions = (lifecycle.exceptions ?? []).filter(({ type }: Editable) => type !== "resource_conflict");
    }),
  "wants a session confirmed again whose resource was replaced": () =>
    editingSessions(({ lifecycle }) => {
      if (conflicts(lifecycle).length > 0) lifecycle.current_state = "scheduled";
    }),
  "shows the resource that is lost": () =>
    editingSessions(({ lifecycle, location }) => {
      for (const record of conflicts(lifecycle)) location.resource_id = record.details?.previous;
    }),
  "records a transition for a replaced resource": () =>
    editingSessions(({ lifecycle }) => {
      const [record] = conflicts(lifecycle);
      const last = lifecycle.transitions.at(-1);
      if (record) lifecycle.transitions.push({ ...last, from: last.to, by: "system", method: "auto", at: record.at });
    }),
  "does not say which resource came in place of which": () =>
    editingSessions(({ lifecycle }) => {
      for (const record of conflicts(lifecycle)) delete record.details;
    }),
});

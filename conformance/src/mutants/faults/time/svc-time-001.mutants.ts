import { defineMutants } from "../../define-mutants.ts";
import { editingSessions, editingTransitions } from "../../faulty.ts";

export default defineMutants("SVC-TIME-001", {
  "writes times without an offset": () =>
    editingTransitions((record) => {
      record.at = record.at.replace(/Z$|[+-]\d\d:\d\d$/, "");
    }),
  "writes the start of a session as local time": () =>
    editingSessions((session) => {
      session.starts_at = session.starts_at.replace(/Z$|[+-]\d\d:\d\d$/, "").replace("T", " ");
    }),
});

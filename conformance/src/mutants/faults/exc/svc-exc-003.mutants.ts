import { defineMutants } from "../../define-mutants.ts";
import { editingSessions } from "../../faulty.ts";

export default defineMutants("SVC-EXC-003", {
  "keeps no record of exceptions": () =>
    editingSessions(({ lifecycle }) => {
      lifecycle.exceptions = [];
    }),
  "does not say who began an exception": () =>
    editingSessions(({ lifecycle }) => {
      for (const record of lifecycle.exceptions ?? []) delete record.initiated_by;
    }),
  "calls a cancellation otherwise": () =>
    editingSessions(({ lifecycle }) => {
      for (const record of lifecycle.exceptions ?? []) if (record.type === "cancellation") record.type = "withdrawal";
    }),
  "does not say when an exception began": () =>
    editingSessions(({ lifecycle }) => {
      for (const record of lifecycle.exceptions ?? []) delete record.at;
    }),
});

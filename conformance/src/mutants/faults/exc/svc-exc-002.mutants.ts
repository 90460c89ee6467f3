import { defineMutants } from "../../define-mutants.ts";
import { moving } from "../../fault-parts.ts";
import { answering, type Editable, editingSessions, refusal } from "../../faulty.ts";

/** Keeps no record of one flow. */
const forgetting = (type: string) => () =>
  editingSessions(({ lifecycle }) => {
    lifecycle.exceptions = (lifecycle.exceptions ?? []).filter((record: Editable) => record.type !== type);
  });

export default defineMutants("SVC-EXC-002", {
  "cannot stop halfway": () => answering(moving("partial"), () => refusal("NOT_IMPLEMENTED")),
  "does not know absent providers": () => answering(moving("reassigning"), () => refusal("INVALID_TRANSITION")),
  "keeps no record of partial deliveries": forgetting("partial"),
  "keeps no record of who did not come": forgetting("no_show"),
});

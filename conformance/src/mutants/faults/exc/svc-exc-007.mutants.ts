import { defineMutants } from "../../define-mutants.ts";
import { movedReply, moving } from "../../fault-parts.ts";
import { type Editable, editingSessions, pretending } from "../../faulty.ts";

export default defineMutants("SVC-EXC-007", {
  "confirms what has no provider": () => pretending(moving("confirmed"), "INVALID_TRANSITION", movedReply),
  "keeps the provider who did not come": () => {
    const first = new Map<string, string>();
    return editingSessions((session) => {
      const known = first.get(session.id) ?? session.provider.id;
      first.set(session.id, known);
      session.provider.id = known;
    });
  },
  "keeps no record of an absent provider": () =>
    editingSessions(({ lifecycle }) => {
      lifecycle.exceptions = (lifecycle.exceptions ?? []).filter((record: Editable) => record.type !== "no_show");
    }),
  "forgets that an absence was settled": () =>
    editingSessions(({ lifecycle }) => {
      for (const record of lifecycle.exceptions ?? []) delete record.resolved_at;
    }),
  "goes back to requested in place of scheduled": () =>
    editingSessions(({ lifecycle }) => {
      const last = lifecycle.transitions.at(-1);
      if (last.from !== "reassigning" || last.to !== "scheduled") return;
      last.to = "requested";
      lifecycle.current_state = "requested";
    }),
});

import { defineMutants } from "../../define-mutants.ts";
import { sessionOf, sessionReply } from "../../fault-parts.ts";
import { answering, type Editable, editing, editingSessions, pretending, refusal } from "../../faulty.ts";

export default defineMutants("SVC-EXC-016", {
  "makes another session for the new time": () =>
    editing("scheduling.reschedule", ({ data }) => {
      data.id = `${data.id}-2`;
      data.attributes.id = data.id;
    }),
  "holds the old time as well": () => {
    const old = new Set<number>();
    return answering(["scheduling.reschedule", "scheduling.book"], async (call) => {
      if (call.is("scheduling.book"))
        return old.has(Date.parse(String(call.attributes["starts_at"]))) ? refusal("CONFLICT") : null;
      old.add(Date.parse((await sessionOf(call))?.schedule.scheduled_for));
      return null;
    });
  },
  "keeps no record of the way over rescheduling": () =>
    editingSessions(({ lifecycle }) => {
      lifecycle.transitions = lifecycle.transitions.filter(({ to }: Editable) => to !== "rescheduling");
    }),
  "shows the time that was asked for first": () => {
    const first = new Map<string, string>();
    return editingSessions(({ id, schedule }) => {
      first.set(id, first.get(id) ?? schedule.scheduled_for);
      schedule.scheduled_for = first.get(id);
    });
  },
  "says that it moved what already runs": () =>
    pretending("scheduling.reschedule", "INVALID_TRANSITION", (call) => sessionReply(call)),
  "does not settle the exception": () =>
    editingSessions(({ lifecycle }) => {
      for (const record of lifecycle.exceptions ?? []) delete record.resolved_at;
    }),
});

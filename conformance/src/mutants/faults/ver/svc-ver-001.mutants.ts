import { defineMutants } from "../../define-mutants.ts";
import { editingSessions, everyCall, replying } from "../../faulty.ts";

export default defineMutants("SVC-VER-001", {
  "says delivered in the words of another version": () =>
    editingSessions(({ lifecycle }) => {
      for (const record of lifecycle.transitions) {
        if (record.to === "delivered") record.to = "completed";
        if (record.from === "delivered") record.from = "completed";
      }
    }),
  "serves another version than it is asked for": () =>
    replying(everyCall, (reply) => ({ ...reply, headers: { ...reply.headers, "x-servicialo-version": "0.10" } })),
});

import { defineMutants } from "../../define-mutants.ts";
import { editingSessions } from "../../faulty.ts";

const last = (attributes: { lifecycle: { transitions: { to: string; by: string; method: string }[] } }) =>
  attributes.lifecycle.transitions.at(-1);

export default defineMutants("SVC-VERI-003", {
  "never verifies by itself": () =>
    editingSessions((session) => {
      if (last(session)?.to !== "verified") return;
      session.lifecycle.transitions.pop();
      session.lifecycle.current_state = "charged";
    }),
  "verifies before the deadline": () =>
    editingSessions(({ lifecycle }) => {
      if (lifecycle.current_state === "charged") lifecycle.current_state = "verified";
    }, "service.get"),
  "says that the client verified by silence": () =>
    editingSessions((session) => {
      const record = last(session);
      if (record?.to === "verified") Object.assign(record, { by: session.client.id, method: "manual" });
    }),
});

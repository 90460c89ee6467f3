import { defineMutants } from "../../define-mutants.ts";
import { changed, command, moving, sessionOf } from "../../fault-parts.ts";
import { allowing, type Editable, editingSessions } from "../../faulty.ts";
import type { MutantCall } from "../../mutant-call.ts";

const absent = (call: MutantCall) => moving("cancelled")(call) && call.attributes["reason"] === "no_show";
const asCancellation = (call: MutantCall) => changed(call, { reason: "did not come", no_show_type: undefined });

export default defineMutants("SVC-EXC-004", {
  "does not wait for the grace period": () =>
    allowing(absent, "INVALID_TRANSITION", async (call) => {
      const session = await sessionOf(call);
      return session?.lifecycle.current_state === "confirmed" ? asCancellation(call) : null;
    }),
  "finds clients absent whom nobody has confirmed": () =>
    allowing(absent, "INVALID_TRANSITION", async (call) => {
      if ((await sessionOf(call))?.lifecycle.current_state !== "scheduled") return null;
      const confirmed = await command(call, `/sessions/${call.params["session_id"]}/transitions`, {
        to_state: "confirmed",
      });
      return confirmed.status === 200 ? changed(call, {}) : asCancellation(call);
    }),
  "records an absence as a cancellation": () =>
    editingSessions(({ lifecycle }) => {
      for (const record of lifecycle.exceptions ?? []) if (record.type === "no_show") record.type = "cancellation";
    }),
  "says that the provider did not come": () =>
    editingSessions((session) => {
      for (const record of (session as Editable).lifecycle.exceptions ?? [])
        if (record.type === "no_show") record.initiated_by = session.provider?.id;
    }),
});

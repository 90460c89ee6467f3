import { defineMutants } from "../../define-mutants.ts";
import { changed, command, sessionOf } from "../../fault-parts.ts";
import { allowing, asking, editingSessions } from "../../faulty.ts";

export default defineMutants("SVC-EVID-008", {
  "takes its own time for that of the check-in": () =>
    asking("delivery.checkin", (call) => changed(call, { timestamp: undefined })),
  "does not keep the time of the check-out": () =>
    editingSessions(({ proof }) => {
      if (proof) delete proof.checkout;
    }),
  "takes what was planned for the duration": () =>
    editingSessions(({ proof, duration_minutes }) => {
      if (proof?.duration_actual !== undefined) proof.duration_actual = duration_minutes;
    }),
  "checks in what nobody has confirmed": () =>
    allowing("delivery.checkin", "INVALID_TRANSITION", async (call) => {
      const id = call.params["session_id"] ?? "";
      if ((await sessionOf(call, id))?.lifecycle.current_state !== "scheduled") return null;
      await command(call, `/sessions/${id}/transitions`, { to_state: "confirmed" });
      return changed(call, {});
    }),
});

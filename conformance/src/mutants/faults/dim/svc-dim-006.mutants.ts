import { defineMutants } from "../../define-mutants.ts";
import { editingSessions } from "../../faulty.ts";

export default defineMutants("SVC-DIM-006", {
  "copies the planned duration": () =>
    editingSessions((session) => {
      if (session.proof?.checkout) session.proof.duration_actual = session.duration_minutes;
    }),
  "rounds minutes up": () =>
    editingSessions(({ proof }) => {
      if (proof?.checkout)
        proof.duration_actual = Math.ceil((Date.parse(proof.checkout) - Date.parse(proof.checkin)) / 60_000);
    }),
});

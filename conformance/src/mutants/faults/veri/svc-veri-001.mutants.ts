import { defineMutants } from "../../define-mutants.ts";
import { editingSessions } from "../../faulty.ts";

export default defineMutants("SVC-VERI-001", {
  "sets no deadline": () => editingSessions(({ lifecycle }) => void delete lifecycle.verification_deadline),
  "waits a day": () =>
    editingSessions(({ lifecycle }) => {
      const { verification_deadline: deadline } = lifecycle;
      if (deadline !== undefined)
        lifecycle.verification_deadline = new Date(Date.parse(deadline) + 43_200_000).toISOString();
    }),
  "sets the deadline before delivery": () =>
    editingSessions(({ lifecycle }) => {
      lifecycle.verification_deadline ??= "2030-01-01T00:00:00.000Z";
    }),
  "sets no deadline for what was delivered in part": () =>
    editingSessions(({ lifecycle }) => {
      if (lifecycle.current_state === "partial") delete lifecycle.verification_deadline;
    }),
});

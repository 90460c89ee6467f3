import { defineMutants } from "../../define-mutants.ts";
import { movedReply, moving, sessionOf } from "../../fault-parts.ts";
import { answering, type Editable, editingAttributes, editingSessions, pretending, refusal } from "../../faulty.ts";

const decided = (lifecycle: Editable) =>
  lifecycle.exceptions?.some((record: Editable) => record.resolution === "provider_prevails");

export default defineMutants("SVC-EXC-014", {
  "leaves the billing disputed": () =>
    editingSessions(({ billing, lifecycle }) => {
      if (lifecycle.current_state === "charged" && decided(lifecycle)) billing.status = "disputed";
    }),
  "begins the time of verification anew": () =>
    editingSessions(({ lifecycle }) => {
      if (!decided(lifecycle) || !lifecycle.verification_deadline) return;
      lifecycle.verification_deadline = new Date(Date.parse(lifecycle.verification_deadline) + 3_600_000).toISOString();
    }),
  "does not say who prevailed": () =>
    editingSessions(({ lifecycle }) => {
      for (const record of lifecycle.exceptions ?? []) delete record.resolution;
    }),
  "charges again what was charged before the dispute": () =>
    editingAttributes("payments.get_status", ({ sales }) => {
      if (sales?.length === 1) sales.push({ ...sales[0], id: `${sales[0].id}-2` });
    }),
  "verifies what is disputed": () => pretending(moving("verified"), "INVALID_TRANSITION", movedReply),
  "never verifies what was disputed": () =>
    answering(moving("verified"), async (call) => {
      const session = await sessionOf(call);
      return decided(session?.lifecycle ?? {}) ? refusal("INVALID_TRANSITION") : null;
    }),
});

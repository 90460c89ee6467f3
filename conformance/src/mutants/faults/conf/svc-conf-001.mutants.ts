import { randomUUID } from "node:crypto";
import { defineMutants } from "../../define-mutants.ts";
import { cancelling } from "../../fault-parts.ts";
import { type Editable, editingAttributes, editingErrors } from "../../faulty.ts";
import { byAgent, doingWhatItRefuses } from "../../faulty-mandates.ts";

/** Edits what is said of a question to the agent that has to wait. */
const telling = (edit: (meta: Editable) => void) =>
  editingErrors(byAgent(), ({ code, meta }) => {
    if (code === "CONFIRMATION_REQUIRED") edit(meta);
  });

export default defineMutants("SVC-CONF-001", {
  "does not name its question": () => telling((meta) => void delete meta.confirmation_id),
  "asks, and does it": () => doingWhatItRefuses((call) => byAgent()(call) && cancelling(call), "CONFIRMATION_REQUIRED"),
  "does not say how long its question stands": () => telling((meta) => void delete meta.expires_at),
  "lets a question stand longer than the mandate": () =>
    telling((meta) => {
      meta.expires_at = new Date(Date.parse(meta.expires_at) + 72 * 3_600_000).toISOString();
    }),
  "names another question than it asks": () =>
    telling((meta) => {
      meta.confirmation_id = `cnf_${randomUUID()}`;
    }),
  "asks the same thing again and again": () => {
    const asked = new Set<string>();
    return telling((meta) => {
      if (asked.has(meta.confirmation_id)) meta.confirmation_id = `${meta.confirmation_id}-${asked.size}`;
      asked.add(meta.confirmation_id);
    });
  },
  "takes all questions of a mandate for one": () => {
    let first: string | undefined;
    return telling((meta) => {
      first ??= meta.confirmation_id;
      meta.confirmation_id = first;
    });
  },
  "does not say what its question is about": () =>
    editingAttributes("confirmations.get", (question) => void delete question.resource_id),
  "says that its question was answered": () =>
    editingAttributes("confirmations.get", (question) => {
      question.status = "approved";
    }),
});

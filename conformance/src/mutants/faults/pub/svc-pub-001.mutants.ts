import { defineMutants } from "../../define-mutants.ts";
import { changed } from "../../fault-parts.ts";
import { allowing, type Editable, editingErrors, editingSessions } from "../../faulty.ts";
import type { Fault, MutantCall } from "../../mutant-call.ts";

const book = "public_bookings.create";

/** Fills in by itself what a booking leaves out. */
const filling = (fill: (attributes: Editable) => object | null) => (): Fault =>
  allowing(book, "VALIDATION_ERROR", (call: MutantCall) => {
    const filled = fill(call.attributes);
    return filled === null ? null : changed(call, { ...filled });
  });

export default defineMutants("SVC-PUB-001", {
  "books for people without a name": filling(({ requester }) =>
    requester && !requester.full_name ? { requester: { ...requester, full_name: "Somebody" } } : null,
  ),
  "books for people whom nobody can reach": filling(({ requester }) =>
    requester?.full_name && !requester.email && !requester.phone
      ? { requester: { ...requester, email: "nobody@example.org" } }
      : null,
  ),
  "does not ask whether a person wants it": filling(({ authorization }) =>
    authorization?.human_intent_confirmed === true ? null : { authorization: { human_intent_confirmed: true } },
  ),
  "does not ask through what a booking comes": filling(({ submission }) =>
    submission?.channel ? null : { submission: { channel: "web", submitted_by_type: "human" } },
  ),
  "takes any channel": filling(({ submission }) =>
    submission?.channel === "pigeon" ? { submission: { ...submission, channel: "web" } } : null,
  ),
  "does not say what is missing": () =>
    editingErrors(book, (error) => {
      error.source = { pointer: "/data" };
    }),
  "takes a public booking for agreed": () =>
    editingSessions(({ lifecycle }) => {
      if (lifecycle.current_state === "pending_confirmation") lifecycle.current_state = "scheduled";
    }),
});

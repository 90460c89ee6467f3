import { defineMutants } from "../../define-mutants.ts";
import { type Editable, editingSessions, replying } from "../../faulty.ts";
import type { Fault, Reply } from "../../mutant-call.ts";

const BOOK = "public_bookings.create";

/** Shows another provider for what it has assigned by itself. */
function assigning(whom: (busy: string) => string): Fault {
  const assigned = new Set<string>();
  let busy = "";
  const shown = editingSessions(({ id, provider }) => {
    if (assigned.has(id)) provider.id = whom(busy);
  });
  return async (call) => {
    const reply = await shown(call);
    const { data } = reply.body as Editable;
    if (call.is("scheduling.book") && reply.status === 201) busy = String(call.attributes["provider_id"]);
    if (call.is(BOOK) && reply.status === 201 && !call.attributes["provider_id"])
      assigned.add(data.attributes.session_id);
    return reply;
  };
}

export default defineMutants("SVC-SCHED-017", {
  "assigns who is busy": () => assigning((busy) => busy),
  "assigns who does not deliver the offer": () => assigning((busy) => `${busy}-other`),
  "assigns somebody where nobody is free": () => {
    let last: Reply | undefined;
    return replying(BOOK, (reply) => {
      if (reply.status === 201) last = reply;
      return reply.status === 409 && last ? last : reply;
    });
  },
});

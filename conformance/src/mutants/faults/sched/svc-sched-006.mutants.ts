import { defineMutants } from "../../define-mutants.ts";
import { command } from "../../fault-parts.ts";
import { answering, codeOf, refusal } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

/** Holds a party although the booking failed for the resource. */
function holding(party: "provider_id" | "client_id"): Fault {
  const held = new Set<string>();
  return answering("scheduling.book", async (call) => {
    const key = `${call.attributes[party]} ${Date.parse(String(call.attributes["starts_at"]))}`;
    if (held.has(key)) return refusal("CONFLICT");
    const reply = await call.pass();
    if (codeOf(reply) === "RESOURCE_UNAVAILABLE") held.add(key);
    return reply;
  });
}

/** Leaves the old time before it has the new one. */
function leavingFirst(): Fault {
  return async (call) => {
    const reply = await call.pass();
    if (call.is("scheduling.reschedule") && reply.status === 409)
      await command(call, `/sessions/${call.params["session_id"]}/transitions`, {
        to_state: "rescheduling",
        reason: "moved",
      });
    return reply;
  };
}

/** Gives the old time to others although the session could not be moved. */
function givingAway(): Fault {
  let away = "";
  return async (call) => {
    const reply = await call.pass();
    if (call.is("scheduling.reschedule") && reply.status === 409) away = call.params["session_id"] ?? "";
    if (!call.is("scheduling.book") || codeOf(reply) !== "CONFLICT" || away === "") return reply;
    await command(call, `/sessions/${away}/transitions`, { to_state: "cancelled", reason: "moved" });
    return call.pass({ headers: { "idempotency-key": undefined } });
  };
}

export default defineMutants("SVC-SCHED-006", {
  "holds the provider of a booking that failed": () => holding("provider_id"),
  "holds the client of a booking that failed": () => holding("client_id"),
  "leaves the old time before it has the new one": leavingFirst,
  "gives the old time away when a move fails": givingAway,
});

import { defineMutants } from "../../define-mutants.ts";
import { codeOf, editingSessions } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

export default defineMutants("SVC-LIFE-002", {
  "skips from requested to confirmed": () => skipping("requested", "confirmed", ["scheduled"]),
  "skips from scheduled to in_progress": () => skipping("scheduled", "in_progress", ["confirmed"]),
  "calls delivered completed": () =>
    editingSessions(({ lifecycle }) => {
      if (lifecycle.current_state === "delivered") lifecycle.current_state = "completed";
    }),
});

/** Goes the steps in between by itself where a jump is refused. */
function skipping(from: string, to: string, between: readonly string[]): Fault {
  return async (call) => {
    const reply = await call.pass();
    if (!call.is("lifecycle.transition") || codeOf(reply) !== "INVALID_TRANSITION") return reply;
    if (call.attributes["to_state"] !== to || !JSON.stringify(reply.body).includes(`'${from}'`)) return reply;
    for (const state of between) await call.pass({ attributes: { ...call.attributes, to_state: state } });
    return call.pass({ headers: { "idempotency-key": undefined } });
  };
}

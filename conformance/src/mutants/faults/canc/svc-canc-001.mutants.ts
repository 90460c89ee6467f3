import { defineMutants } from "../../define-mutants.ts";
import { codeOf, enveloped, refusal, replying } from "../../faulty.ts";
import type { MutantCall } from "../../mutant-call.ts";

const cancels = (call: MutantCall) =>
  call.is("scheduling.cancel") || (call.is("lifecycle.transition") && call.attributes["to_state"] === "cancelled");

export default defineMutants("SVC-CANC-001", {
  "does not cancel what is confirmed": () =>
    replying(cancels, (reply) =>
      JSON.stringify(reply.body).includes('"from":"confirmed","to":"cancelled"')
        ? refusal("INVALID_TRANSITION")
        : reply,
    ),
  "says that a running delivery was cancelled": () =>
    replying(cancels, async (reply, call) => {
      if (codeOf(reply) !== "INVALID_TRANSITION") return reply;
      const target = `/servicialo/v1/services/${call.params["session_id"]}`;
      const { body } = await call.ask("GET", target, { as: "organization" });
      return enveloped(200, body);
    }),
  "does not know the operation to cancel": () =>
    replying("scheduling.cancel", (reply) => (reply.status === 422 ? refusal("CONFLICT") : reply)),
});

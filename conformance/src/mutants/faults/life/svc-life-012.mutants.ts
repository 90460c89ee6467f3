import { defineMutants } from "../../define-mutants.ts";
import { answering, refusal, replying, resourcesIn } from "../../faulty.ts";
import type { Reply } from "../../mutant-call.ts";

export default defineMutants("SVC-LIFE-012", {
  "keeps no record of a cancellation by its operation": () => {
    const cancelled = new Set<string>();
    return async (call) => {
      if (call.is("scheduling.cancel")) cancelled.add(call.params["session_id"] ?? "");
      const reply = await call.pass();
      return forgetting(reply, cancelled);
    };
  },
  "leaves a checked-in session confirmed": () =>
    answering("delivery.checkin", (call) =>
      call.ask("POST", call.request.target.replace(/checkin$/, "transitions"), { as: "provider", body: {} }),
    ),
  "answers a check-out with 202": () =>
    replying("delivery.checkout", (reply) => (reply.status === 200 ? refusal("NOT_IMPLEMENTED") : reply)),
});

function forgetting(reply: Reply, sessions: ReadonlySet<string>): Reply {
  const body = structuredClone(reply.body);
  for (const one of resourcesIn(body)) {
    if (one.attributes?.lifecycle && sessions.has(one.id)) one.attributes.lifecycle.exceptions = [];
  }
  return { ...reply, body };
}

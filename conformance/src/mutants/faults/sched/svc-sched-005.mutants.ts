import { defineMutants } from "../../define-mutants.ts";
import { type Editable, refusal, replying } from "../../faulty.ts";
import type { Reply } from "../../mutant-call.ts";

export default defineMutants("SVC-SCHED-005", {
  "sells one place to everybody": () => {
    const sold = new Map<string, Reply>();
    let count = 0;
    return replying("scheduling.book", (reply, call) => {
      const place = String(call.attributes["starts_at"]);
      if (reply.status === 201) sold.set(place, reply);
      const first = sold.get(place);
      if (reply.status !== 409 || !first) return reply;
      count += 1;
      const body = structuredClone(first.body) as Editable;
      body.data.id = `${body.data.id}-${count}`;
      return { ...first, body };
    });
  },
  "breaks under contention": () =>
    replying("scheduling.book", (reply) => (reply.status === 409 ? refusal("INTERNAL_ERROR") : reply)),
});

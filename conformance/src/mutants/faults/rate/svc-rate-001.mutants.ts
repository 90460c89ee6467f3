import { defineMutants } from "../../define-mutants.ts";
import type { Reply } from "../../mutant-call.ts";

export default defineMutants("SVC-RATE-001", {
  "never has enough": () => {
    const first = new Map<string, Reply>();
    return async (call) => {
      const known = first.get(call.request.target);
      if (known && call.is("registry.search")) return known;
      const reply = await call.pass();
      if (reply.status === 200) first.set(call.request.target, reply);
      return reply;
    };
  },
});

import { defineMutants } from "../../define-mutants.ts";
import { answering, codeOf, refusal } from "../../faulty.ts";

export default defineMutants("SVC-EXC-006", {
  "keeps the time of whoever does not come": () => {
    const taken = new Set<unknown>();
    return answering("scheduling.book", async (call) => {
      const start = call.attributes["starts_at"];
      if (taken.has(start)) return refusal("CONFLICT");
      const reply = await call.pass();
      if (codeOf(reply) === "CONFLICT") taken.add(start);
      return reply;
    });
  },
});

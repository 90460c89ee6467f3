import { defineMutants } from "../../define-mutants.ts";
import { answering, refusal } from "../../faulty.ts";

export default defineMutants("SVC-CANC-008", {
  "keeps the time of what was cancelled": () => {
    const taken = new Set<string>();
    return answering("scheduling.book", async (call) => {
      const place = `${call.attributes["provider_id"]} ${Date.parse(String(call.attributes["starts_at"]))}`;
      if (taken.has(place)) return refusal("CONFLICT");
      const reply = await call.pass();
      if (reply.status === 201) taken.add(place);
      return reply;
    });
  },
});

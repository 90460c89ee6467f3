import { defineMutants } from "../../define-mutants.ts";
import { answering, refusal } from "../../faulty.ts";

export default defineMutants("SVC-SCHED-004", {
  "takes the end of a session for taken": () => {
    const ends = new Set<number>();
    return answering("scheduling.book", async (call) => {
      const start = Date.parse(String(call.attributes["starts_at"]));
      if (ends.has(start)) return refusal("CONFLICT");
      const reply = await call.pass();
      const { data } = reply.body as { data?: { attributes?: { ends_at?: string } } };
      if (reply.status === 201) ends.add(Date.parse(data?.attributes?.ends_at ?? ""));
      return reply;
    });
  },
});

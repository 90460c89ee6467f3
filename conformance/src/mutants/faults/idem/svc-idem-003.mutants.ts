import { defineMutants } from "../../define-mutants.ts";
import { answering, editing, refusal } from "../../faulty.ts";

export default defineMutants("SVC-IDEM-003", {
  "refuses the second of two twins as a conflict": () => {
    const seen = new Set<string>();
    return answering("scheduling.book", (call) => {
      const key = call.request.headers["idempotency-key"] ?? crypto.randomUUID();
      if (seen.has(key)) return refusal("CONFLICT");
      seen.add(key);
      return null;
    });
  },
  "makes a session for each twin": () => {
    let twin = 0;
    return editing("scheduling.book", ({ data }) => {
      twin += 1;
      data.id = `${data.id}-${twin}`;
    });
  },
});

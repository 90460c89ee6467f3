import { defineMutants } from "../../define-mutants.ts";
import { allowing, answering, renaming } from "../../faulty.ts";
import type { Reply } from "../../mutant-call.ts";

export default defineMutants("SVC-IDEM-002", {
  "does another request under a used key": () =>
    allowing("scheduling.book", "IDEMPOTENCY_KEY_REUSED", () => ({ headers: { "idempotency-key": undefined } })),
  "answers another request with the first answer": () => {
    const stored = new Map<string, Reply>();
    return answering("scheduling.book", async (call) => {
      const key = call.request.headers["idempotency-key"] ?? crypto.randomUUID();
      const reply = stored.get(key) ?? (await call.pass());
      stored.set(key, reply);
      return reply;
    });
  },
  "says conflict to another request under a used key": () =>
    renaming("scheduling.book", "IDEMPOTENCY_KEY_REUSED", { code: "CONFLICT", status: 409 }),
});

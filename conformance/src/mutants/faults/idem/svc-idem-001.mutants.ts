import { defineMutants } from "../../define-mutants.ts";
import { answering, asking, editing, editingErrors } from "../../faulty.ts";
import type { Reply } from "../../mutant-call.ts";

export default defineMutants("SVC-IDEM-001", {
  "does a repeated booking again": () =>
    asking("scheduling.book", () => ({ headers: { "idempotency-key": undefined } })),
  "answers a repetition with another body": () => {
    const seen = new Set<string>();
    return editing("scheduling.book", (body, call) => {
      const key = call.request.headers["idempotency-key"] ?? "";
      if (seen.has(key)) body.meta = { ...body.meta, repeated: true };
      seen.add(key);
    });
  },
  "forgets its refusals": () =>
    editingErrors("lifecycle.transition", (error) => {
      error.meta = { ...error.meta, request_id: crypto.randomUUID() };
    }),
  "shows what is behind a key to everybody": () => {
    const stored = new Map<string, Reply>();
    return answering("scheduling.book", async (call) => {
      const key = call.request.headers["idempotency-key"] ?? crypto.randomUUID();
      const reply = stored.get(key) ?? (await call.pass());
      stored.set(key, reply);
      return reply;
    });
  },
});

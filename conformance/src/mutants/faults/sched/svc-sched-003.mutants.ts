import { defineMutants } from "../../define-mutants.ts";
import { codeOf, type Editable, replying } from "../../faulty.ts";
import type { Reply } from "../../mutant-call.ts";

export default defineMutants("SVC-SCHED-003", {
  "books over what is only requested": () => {
    let first: Reply | undefined;
    return replying("scheduling.book", (reply) => {
      if (reply.status === 201) first = reply;
      return codeOf(reply) === "CONFLICT" && first ? first : reply;
    });
  },
  "offers what is only requested": () => {
    const slots = new Map<string, unknown[]>();
    return replying("scheduling.check_availability", (reply, call) => {
      const body = structuredClone(reply.body) as Editable;
      if (reply.status !== 200) return reply;
      const key = `${call.query.get("service_id")}`;
      const known = slots.get(key) ?? [];
      const seen = new Set(known.map((slot) => (slot as Editable).attributes.starts_at));
      known.push(...body.data.filter((slot: Editable) => !seen.has(slot.attributes.starts_at)));
      slots.set(key, known);
      const from = Date.parse(call.query.get("date_from") ?? "");
      const to = Date.parse(call.query.get("date_to") ?? "") + 86_400_000;
      body.data = known.filter((slot) => {
        const at = Date.parse((slot as Editable).attributes.starts_at);
        return at >= from && at <= to;
      });
      return { ...reply, body };
    });
  },
});

import { defineMutants } from "../../define-mutants.ts";
import { allowing, codeOf, renaming } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

export default defineMutants("SVC-SCHED-001", {
  "books without a client": () =>
    allowing("scheduling.book", "VALIDATION_ERROR", ({ attributes }) => {
      if (attributes["client_id"] !== undefined) return null;
      return { attributes: { ...attributes, client_id: known["client_id"] } };
    }),
  "books without a start": () => refusingLess("starts_at"),
  "refuses what is incomplete with 400": () =>
    renaming("scheduling.book", "VALIDATION_ERROR", { code: "MALFORMED_REQUEST", status: 400 }),
});

const known: Record<string, unknown> = {};

/** Fills in a missing member from the last complete booking, an hour later. */
function refusingLess(name: string): Fault {
  let last: Readonly<Record<string, unknown>> = {};
  return async (call) => {
    const reply = await call.pass();
    if (!call.is("scheduling.book")) return reply;
    if (reply.status === 201) last = call.attributes;
    if (codeOf(reply) !== "VALIDATION_ERROR" || call.attributes[name] !== undefined) return reply;
    const later = new Date(Date.parse(String(last["starts_at"])) + 86_400_000 * 7).toISOString();
    const second = await call.pass({
      attributes: { ...call.attributes, starts_at: later },
      headers: { "idempotency-key": undefined },
    });
    return second.status === 201 ? second : reply;
  };
}

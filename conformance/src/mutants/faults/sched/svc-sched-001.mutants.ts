import { defineMutants } from "../../define-mutants.ts";
import { codeOf, renaming } from "../../faulty.ts";
import type { Fault, Reply } from "../../mutant-call.ts";

export default defineMutants("SVC-SCHED-001", {
  "books without a client": () => bookingWithout("client_id"),
  "books without a start": () => bookingWithout("starts_at"),
  "refuses what is incomplete with 400": () =>
    renaming("scheduling.book", "VALIDATION_ERROR", { code: "MALFORMED_REQUEST", status: 400 }),
});

/** Answers what lacks a member with the last booking, as if it had guessed it. */
function bookingWithout(name: string): Fault {
  let last: Reply | undefined;
  return async (call) => {
    const reply = await call.pass();
    if (!call.is("scheduling.book")) return reply;
    if (reply.status === 201) last = reply;
    const guessed = codeOf(reply) === "VALIDATION_ERROR" && call.attributes[name] === undefined;
    return guessed && last ? last : reply;
  };
}

import { defineMutants } from "../../define-mutants.ts";
import { codeOf, renaming } from "../../faulty.ts";
import type { Fault, Reply } from "../../mutant-call.ts";

export default defineMutants("SVC-SCHED-002", {
  "books a provider twice": () => doubleBooking("provider"),
  "books a client twice": () => doubleBooking("client"),
  "says that a taken interval is invalid": () =>
    renaming("scheduling.book", "CONFLICT", { code: "VALIDATION_ERROR", status: 422 }),
});

/** Answers a conflict with a session, as if it had been booked. */
function doubleBooking(whose: "provider" | "client"): Fault {
  const booked: { reply: Reply; attributes: Readonly<Record<string, unknown>> }[] = [];
  return async (call) => {
    const reply = await call.pass();
    if (!call.is("scheduling.book")) return reply;
    if (reply.status === 201) booked.push({ reply, attributes: call.attributes });
    const twin = booked.find(
      ({ attributes }) =>
        attributes[`${whose}_id`] === call.attributes[`${whose}_id`] && attributes !== call.attributes,
    );
    const other = whose === "provider" ? "client_id" : "provider_id";
    const differs = twin !== undefined && twin.attributes[other] !== call.attributes[other];
    return codeOf(reply) === "CONFLICT" && differs ? twin.reply : reply;
  };
}

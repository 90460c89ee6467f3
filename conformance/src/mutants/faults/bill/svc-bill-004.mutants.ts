import { defineMutants } from "../../define-mutants.ts";
import { answering, codeOf, editingErrors, enveloped, refusal, replying } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

const book = "scheduling.book";
const booked = () => enveloped(201, { data: { type: "sessions", id: "ses_unpaid", attributes: {} } });

/** Holds the time of a booking that nobody has paid. */
function holding(): Fault {
  const held = new Set<unknown>();
  return answering(book, async (call) => {
    const start = call.attributes["starts_at"];
    if (held.has(start)) return refusal("CONFLICT");
    const reply = await call.pass();
    if (codeOf(reply) === "PAYMENT_REQUIRED") held.add(start);
    return reply;
  });
}

export default defineMutants("SVC-BILL-004", {
  "books what is not paid": () => replying(book, (reply) => (codeOf(reply) === "PAYMENT_REQUIRED" ? booked() : reply)),
  "does not say where to pay": () => editingErrors(book, (error) => void delete error.meta?.checkout),
  "believes in a payment that nobody made": () =>
    replying(book, (reply, { attributes }) => (attributes["payment_intent_id"] ? booked() : reply)),
  "holds the time of what is not paid": holding,
});

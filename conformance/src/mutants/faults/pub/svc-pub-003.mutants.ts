import { defineMutants } from "../../define-mutants.ts";
import { type Editable, replying } from "../../faulty.ts";
import type { Fault, Reply } from "../../mutant-call.ts";

const get = "public_bookings.get";

/** Opens with a word that it learned from other answers. */
function openingWith(learn: (booking: Editable) => string): Fault {
  const tokens = new Map<string, string>();
  return async (call) => {
    const reply = await call.pass();
    const booking = (reply.body as Editable).data?.attributes;
    if (call.is("public_bookings.create") && booking) tokens.set(learn(booking), booking.booking_token);
    if (!call.is(get) || reply.status < 400) return reply;
    const token = tokens.get(call.params["booking_token"] ?? "");
    return token === undefined
      ? reply
      : call.pass({ target: call.request.target.replace(/[^/]+$/, encodeURIComponent(token)) });
  };
}

export default defineMutants("SVC-PUB-003", {
  "opens a booking with its session's id": () => openingWith(({ session_id }) => session_id),
  "opens a booking with the other credential": () => openingWith(({ confirmation_token }) => confirmation_token),
  "does not compare tokens to their end": () => openingWith(({ booking_token }) => `${booking_token.slice(0, -1)}~`),
  "opens the first booking with every token": () => {
    let first: Reply | undefined;
    return replying(get, (reply) => {
      if (reply.status === 200) first ??= reply;
      return reply.status === 200 && first ? first : reply;
    });
  },
  "opens a booking for ever": () => {
    const opened = new Map<string, Reply>();
    return replying(get, (reply, call) => {
      if (reply.status === 200) opened.set(call.request.target, reply);
      return opened.get(call.request.target) ?? reply;
    });
  },
  "opens bookings of one organization under another": () => async (call) => {
    const reply = await call.pass();
    const target = call.request.target.replace(/organizations\/[^/]+/, "organizations/clinica-andes");
    return call.is(get) && reply.status === 404 && target !== call.request.target ? call.pass({ target }) : reply;
  },
});

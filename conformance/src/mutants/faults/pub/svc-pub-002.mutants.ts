import { defineMutants } from "../../define-mutants.ts";
import { answering, type Editable, editingAttributes, editingSessions, pretending } from "../../faulty.ts";
import type { Fault, Reply } from "../../mutant-call.ts";

const confirm = "public_bookings.confirm";

/** Answers a credential once more as it did the first time. */
function confirmingAgain(): Fault {
  const first = new Map<unknown, Reply>();
  return answering(confirm, async (call) => {
    const token = call.attributes["confirmation_token"];
    const reply = first.get(token) ?? (await call.pass());
    if (reply.status === 200) first.set(token, reply);
    return reply;
  });
}

/** Knows bookings by a part of their credential. */
function confirmingPrefixes(): Fault {
  const tokens = new Set<string>();
  return async (call) => {
    const reply = await call.pass();
    const token = (reply.body as Editable).data?.attributes?.confirmation_token;
    if (call.is("public_bookings.create") && token) tokens.add(token);
    if (!call.is(confirm) || reply.status !== 404) return reply;
    const given = String(call.attributes["confirmation_token"]);
    const known = [...tokens].find((one) => one !== given && one.slice(0, -1) === given.slice(0, -1));
    return known === undefined ? reply : call.pass({ attributes: { ...call.attributes, confirmation_token: known } });
  };
}

export default defineMutants("SVC-PUB-002", {
  "takes a credential twice": confirmingAgain,
  "does not compare credentials to their end": confirmingPrefixes,
  "takes the credential of one organization for another": () => async (call) => {
    const reply = await call.pass();
    const target = call.request.target.replace(/organizations\/[^/]+/, "organizations/clinica-andes");
    return call.is(confirm) && reply.status === 404 && target !== call.request.target ? call.pass({ target }) : reply;
  },
  "gives credentials for an hour": () =>
    editingAttributes("public_bookings.create", (booking) => {
      const end = Date.parse(booking.confirmation_expires_at) + 30 * 60_000;
      booking.confirmation_expires_at = new Date(end).toISOString();
    }),
  "leaves waiting what nobody can confirm any more": () =>
    editingSessions(({ lifecycle }) => {
      const last = lifecycle.transitions.at(-1);
      if (last.from === "pending_confirmation" && last.to === "cancelled")
        lifecycle.current_state = "pending_confirmation";
    }),
  "schedules a public booking at once": () =>
    editingSessions(({ lifecycle }) => {
      if (lifecycle.current_state === "pending_confirmation") lifecycle.current_state = "scheduled";
    }),
  "says that it took a credential too late": () => {
    let last: Reply | null = null;
    const take = pretending(confirm, "NOT_FOUND", () => last);
    return async (call) => {
      const reply = await take(call);
      if (call.is(confirm) && reply.status === 200) last = reply;
      return reply;
    };
  },
});

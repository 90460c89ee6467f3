import { defineMutants } from "../../define-mutants.ts";
import { editing, editingAttributes } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

const ask = "scheduling.check_availability";

/** Shows beside free times what it knows of the last booking. */
function leaking(learn: (attributes: Record<string, unknown>) => unknown, member: string): Fault {
  let known: unknown;
  const leak = editing(ask, (body) => {
    body.meta = { ...body.meta, [member]: known };
  });
  return async (call) => {
    const reply = await leak(call);
    if (call.is("public_bookings.create") && reply.status === 201) known = learn(call.attributes);
    return reply;
  };
}

const requester = (attributes: Record<string, unknown>) =>
  (attributes["requester"] ?? {}) as Readonly<Record<string, unknown>>;

export default defineMutants("SVC-PUB-004", {
  "shows who has booked beside free times": () => leaking((booking) => requester(booking)["full_name"], "last"),
  "shows the address of who has booked": () => leaking((booking) => requester(booking)["email"], "contact"),
  "has a member for clients, empty as it is": () =>
    editingAttributes(ask, (slot) => {
      slot.client_id = null;
    }),
  "shows the address to whoever holds the token": () => {
    let address: unknown;
    const shown = editingAttributes("public_bookings.get", (booking) => {
      booking.contact = address;
    });
    return (call) => {
      if (call.is("public_bookings.create")) address = requester(call.attributes)["email"];
      return shown(call);
    };
  },
});

import { defineMutants } from "../../define-mutants.ts";
import { changed } from "../../fault-parts.ts";
import { allowing, answering, type Editable, editingAttributes, refusal } from "../../faulty.ts";
import type { Fault, MutantCall } from "../../mutant-call.ts";

const exhausted = "SERVICE_ORDER_EXHAUSTED";

const scopeOf = async (call: MutantCall): Promise<Editable> => {
  const target = `/servicialo/v1/service-orders/${call.attributes["service_order_id"]}`;
  return ((await call.ask("GET", target, { as: "organization" })).body as Editable).data?.attributes.scope ?? {};
};

/** Counts sessions that were cancelled as used up. */
function countingCancelled(): Fault {
  const booked = new Map<unknown, number>();
  return answering("scheduling.book", async (call) => {
    const order = call.attributes["service_order_id"];
    const limit = order === undefined ? undefined : (await scopeOf(call)).quantity_limit;
    const count = booked.get(order) ?? 0;
    if (limit !== undefined && count >= limit) return refusal(exhausted);
    const reply = await call.pass();
    if (reply.status === 201) booked.set(order, count + 1);
    return reply;
  });
}

export default defineMutants("SVC-ORD-007", {
  "books one more than the quantity": () =>
    allowing("scheduling.book", exhausted, async (call) =>
      (await scopeOf(call)).quantity_limit === undefined ? null : changed(call, { service_order_id: undefined }),
    ),
  "does not count hours": () =>
    allowing("scheduling.book", exhausted, async (call) =>
      (await scopeOf(call)).hours_limit === undefined ? null : changed(call, { service_order_id: undefined }),
    ),
  "counts what was cancelled": countingCancelled,
  "does not say of which order a session is": () =>
    editingAttributes("scheduling.book", (session) => void delete session.service_order_id),
});

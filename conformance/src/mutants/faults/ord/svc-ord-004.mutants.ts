import type { OperationId } from "../../../artefacts.ts";
import { defineMutants } from "../../define-mutants.ts";
import { command } from "../../fault-parts.ts";
import { codeOf, type Editable, editingAttributes, enveloped, pretending, renaming } from "../../faulty.ts";
import type { Fault, MutantCall } from "../../mutant-call.ts";

const moves: readonly OperationId[] = ["service_orders.propose", "service_orders.activate"];

const orderOf = (call: MutantCall) =>
  call.ask("GET", `/servicialo/v1/service-orders/${call.params["order_id"]}`, { as: "organization" });

/** Proposes by itself what is to be accepted. */
function proposingFirst(): Fault {
  return async (call) => {
    const reply = await call.pass();
    if (!call.is("service_orders.activate") || codeOf(reply) !== "INVALID_TRANSITION") return reply;
    await command(call, `/service-orders/${call.params["order_id"]}/propose`, {});
    return call.pass({ headers: { "idempotency-key": undefined } });
  };
}

export default defineMutants("SVC-ORD-004", {
  "activates a draft": proposingFirst,
  "takes an active order for proposed again": () =>
    pretending("service_orders.propose", "INVALID_TRANSITION", async (call) => {
      const order = (await orderOf(call)).body as Editable;
      return order.data.attributes.lifecycle.current_state === "active" ? enveloped(200, order) : null;
    }),
  "takes what is done twice for done": () =>
    pretending(moves, "INVALID_TRANSITION", async (call) => enveloped(200, (await orderOf(call)).body)),
  "does not record a proposal": () =>
    editingAttributes("service_orders.get", ({ lifecycle }) => {
      lifecycle.transitions = lifecycle.transitions.filter(({ to }: Editable) => to !== "proposed");
    }),
  "calls a move that is not allowed a conflict": () =>
    renaming(moves, "INVALID_TRANSITION", { code: "CONFLICT", status: 409 }),
});

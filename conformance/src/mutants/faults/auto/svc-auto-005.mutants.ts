import { defineMutants } from "../../define-mutants.ts";
import { sentBy } from "../../fault-parts.ts";
import { allowing, type Editable, refusal, replying } from "../../faulty.ts";
import { byAgent, doingWhatItRefuses } from "../../faulty-mandates.ts";
import type { MutantCall, RequestChanges } from "../../mutant-call.ts";

const activating = byAgent("service_orders.activate");

async function asClient(call: MutantCall): Promise<RequestChanges> {
  const target = `/servicialo/v1/service-orders/${call.params["order_id"]}`;
  const { body } = await call.ask("GET", target, { as: "organization" });
  const id = (body as Editable).data?.attributes?.client_id;
  return sentBy(call, "client", { actor: { type: "client", id } });
}

export default defineMutants("SVC-AUTO-005", {
  "lets an agent of the organization accept": () => allowing(activating, "FORBIDDEN", asClient),
  "lets an agent accept when somebody has agreed to something": () =>
    allowing(activating, "CONFIRMATION_INVALID", asClient),
  "asks the organization about it": () =>
    replying(activating, (reply) =>
      reply.status === 403 ? refusal("CONFIRMATION_REQUIRED", { meta: { confirmation_id: "cnf_any" } }) : reply,
    ),
  "refuses, and accepts": () => doingWhatItRefuses(activating, "FORBIDDEN", asClient),
});

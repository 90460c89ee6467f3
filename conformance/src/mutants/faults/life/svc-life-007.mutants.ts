import { defineMutants } from "../../define-mutants.ts";
import { allowing } from "../../faulty.ts";

export default defineMutants("SVC-LIFE-007", {
  "lets a client say that it was delivered": () =>
    allowing("lifecycle.transition", "FORBIDDEN", (call) =>
      call.caller === "client" && call.attributes["to_state"] === "delivered" ? asProvider(call) : null,
    ),
  "lets the organization check out": () =>
    allowing("delivery.checkout", "FORBIDDEN", (call) => (call.caller === "organization" ? asProvider(call) : null)),
  "lets the organization say that it was delivered": () =>
    allowing("lifecycle.transition", "FORBIDDEN", (call) =>
      call.caller === "organization" && call.attributes["to_state"] === "delivered" ? asProvider(call) : null,
    ),
});

/** The same in the provider's own name. */
function asProvider({ attributes }: { attributes: Readonly<Record<string, unknown>> }) {
  const { actor: _, ...others } = attributes;
  return { as: "provider" as const, attributes: others, headers: { "x-servicialo-actor": undefined } };
}

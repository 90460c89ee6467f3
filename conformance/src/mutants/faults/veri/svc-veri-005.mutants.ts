import { defineMutants } from "../../define-mutants.ts";
import { codeOf, type Editable, refusal, replying } from "../../faulty.ts";
import type { Fault, MutantCall } from "../../mutant-call.ts";

const asksFor = (call: MutantCall, kind: string) =>
  call.is("lifecycle.transition") && call.attributes["to_state"] === "verified" && call.caller === kind;

const asClient = ({ attributes }: MutantCall) => {
  const { actor: _, ...others } = attributes;
  return { as: "client" as const, attributes: others, headers: { "x-servicialo-actor": undefined } };
};

export default defineMutants("SVC-VERI-005", {
  "lets the provider verify": () => verifyingFor("provider"),
  "lets the organization verify": () => verifyingFor("organization"),
  "tells the provider about the state": () =>
    replying(
      (call) => asksFor(call, "provider"),
      (reply) => (codeOf(reply) === "FORBIDDEN" ? refusal("INVALID_TRANSITION") : reply),
    ),
});

/** The same in the client's name. */
function verifyingFor(kind: string): Fault {
  return async (call) => {
    const reply = await call.pass();
    if (!asksFor(call, kind) || codeOf(reply) !== "FORBIDDEN") return reply;
    const { body, status, headers } = await call.ask("GET", `/servicialo/v1/services/${call.params["session_id"]}`, {
      as: "organization",
    });
    const client = (body as Editable).data.attributes.client.id;
    return status === 200 && client
      ? call.pass({ ...asClient(call), attributes: { to_state: "verified", actor: { type: "client", id: client } } })
      : { status, headers, body };
  };
}

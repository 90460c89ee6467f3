import { isRecord } from "../../../json-path.ts";
import { defineMutants } from "../../define-mutants.ts";
import type { Editable } from "../../faulty.ts";
import { both } from "../../faulty.ts";
import { byAgent, claimOf, editingEntries } from "../../faulty-mandates.ts";
import type { Fault, MutantCall } from "../../mutant-call.ts";

export default defineMutants("SVC-AUD-004", {
  "writes inputs down as they come": () => writing((input) => input),
  "writes down why a session is cancelled": () => writing(({ reason }) => ({ reason })),
  "writes down what was recorded of a delivery": () =>
    writing(({ data, evidence_type }) => (evidence_type === "notes" ? { data } : {})),
  "writes down where a delivery was": () =>
    writing(({ data, evidence_type }) => (evidence_type === "gps" ? { data } : {})),
  "writes down who a client is": () => writing(({ name, last_name }) => ({ name, last_name })),
  "writes down how a client is reached": () => writing(({ email, phone }) => ({ email, phone })),
  "writes down how a payment is found at the bank": () => writing(({ reference }) => ({ reference })),
  "writes down how a mandate was signed": () => writing(({ signature, metadata }) => ({ signature, metadata })),
  "writes tokens down": () => writing((_input, call) => ({ authorization: call.request.headers["authorization"] })),
  "redacts ids as well": () =>
    editingEntries((entry) => {
      if (isRecord(entry.action_input)) entry.action_input = redacted(entry.action_input);
    }),
  "writes no inputs down": () => editingEntries((entry) => void delete entry.action_input),
});

/** Writes down a part of what came in, under the action that it came in for. */
function writing(part: (input: Editable, call: MutantCall) => object): Fault {
  const inputs = new Map<string, object>();
  const remembering: Fault = (call) => {
    const issuing = call.is("mandates.issue");
    if (byAgent()(call) || issuing) {
      const action = issuing ? "mandate.issue" : (call.operation ?? "");
      const kept = JSON.parse(JSON.stringify(part(call.attributes, call)));
      const mandate = claimOf(call)["mandate_id"] ?? "";
      const key = issuing ? action : `${mandate} ${action}`;
      inputs.set(key, { ...inputs.get(key), ...kept });
    }
    return call.pass();
  };
  const showing = editingEntries((entry) => {
    const key = entry.action === "mandate.issue" ? entry.action : `${entry.mandate_id} ${entry.action}`;
    if (isRecord(entry.action_input)) entry.action_input = { ...entry.action_input, ...inputs.get(key) };
  });
  return both(showing, remembering);
}

function redacted(input: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.keys(input).map((name) => [name, "[REDACTED]"]));
}

import { defineMutants } from "../../define-mutants.ts";
import { allowing, refusing } from "../../faulty.ts";
import type { MutantCall } from "../../mutant-call.ts";

const isOfType = (type: string) => (call: MutantCall) =>
  call.is("delivery.record_evidence") && call.attributes["evidence_type"] === type;

export default defineMutants("SVC-EVID-001", {
  "takes no signatures": () => refusing(isOfType("signature"), "VALIDATION_ERROR"),
  "takes no durations": () => refusing(isOfType("duration"), "VALIDATION_ERROR"),
  "takes evidence of any type": () =>
    allowing("delivery.record_evidence", "VALIDATION_ERROR", ({ attributes }) => ({
      attributes: { ...attributes, evidence_type: "notes", data: { text: "anything" } },
    })),
});

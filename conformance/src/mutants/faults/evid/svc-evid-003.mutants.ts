import { defineMutants } from "../../define-mutants.ts";
import { codeOf, refusal, replying } from "../../faulty.ts";

const codes = ["VALIDATION_ERROR", "EVIDENCE_INVALID"];

export default defineMutants("SVC-EVID-003", {
  "does not look at what was captured": () => {
    return async (call) => {
      const reply = await call.pass();
      if (!call.is("delivery.record_evidence") || !codes.includes(codeOf(reply) ?? "")) return reply;
      return call.pass({ attributes: { ...call.attributes, evidence_type: "notes", data: { text: "taken" } } });
    };
  },
  "keeps what it refuses": () => {
    return async (call) => {
      const reply = await call.pass();
      if (call.is("delivery.record_evidence") && codes.includes(codeOf(reply) ?? "")) {
        await call.pass({ attributes: { ...call.attributes, evidence_type: "notes", data: { text: "kept" } } });
      }
      return reply;
    };
  },
  "finds the equator nowhere": () =>
    replying("delivery.record_evidence", (reply, call) => {
      const { latitude } = (call.attributes["data"] ?? {}) as { latitude?: number };
      return latitude === 0 ? refusal("EVIDENCE_INVALID") : reply;
    }),
});

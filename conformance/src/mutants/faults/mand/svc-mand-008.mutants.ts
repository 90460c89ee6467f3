import { defineMutants } from "../../define-mutants.ts";
import { sentBy } from "../../fault-parts.ts";
import { allowing, enveloped, pretending, renaming } from "../../faulty.ts";
import { byAgent, ignoring } from "../../faulty-mandates.ts";

export default defineMutants("SVC-MAND-008", {
  "shows an agent the sessions of the neighbour": () =>
    allowing(byAgent("service.get"), "CONTEXT_MISMATCH", (call) => sentBy(call, "foreign_organization")),
  "lets an agent record evidence for the neighbour": () =>
    allowing(byAgent("delivery.record_evidence"), "CONTEXT_MISMATCH", (call) => sentBy(call, "foreign_organization")),
  "looks at the session alone, and at none of the parties of a booking": () =>
    pretending(byAgent("scheduling.book"), "CONTEXT_MISMATCH", () =>
      enveloped(201, { data: { type: "sessions", id: "ses_any", attributes: {} } }),
    ),
  "lets an agent do anything within the organization": () => ignoring("CONTEXT_MISMATCH"),
  "hides from an agent what lies outside": () =>
    renaming(byAgent(), "CONTEXT_MISMATCH", { code: "NOT_FOUND", status: 404 }),
});

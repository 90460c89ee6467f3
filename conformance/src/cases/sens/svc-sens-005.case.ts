import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { evidenceOfType } from "../../evidence-kinds.ts";

const WARNING = "RESTRICTED_EVIDENCE_STORED";

export default defineCase({
  requirement: "SVC-SENS-005",
  title: "a node that takes restricted evidence says that it holds it",
  negativeOmitted: "storage, retention and contracts are not visible over the network: only what the node declares is",
  async run(context) {
    const item = { ...evidenceOfType("document"), data_sensitivity: "restricted" };
    const session = await context.journeys.walkTo("in_progress");
    await context.positive("restricted evidence is answered with the node's declaration", async (check) => {
      const answer = await context.journeys.recordEvidence(session, item);
      if (answer.status === 422) check.notApplicable("the node refuses to hold restricted evidence");
      check.resource(answer, 201, "sessions");
      check.equal("meta.warning", { expected: WARNING, actual: answer.at("meta.warning"), answer });
      const { answer: reading, session: read } = await context.journeys.read(session.id);
      check.equal("data_sensitivity", {
        expected: "restricted",
        actual: need(read.evidence.at(-1), "the item").data_sensitivity,
        answer: reading,
      });
    });
    await context.positive("evidence that anybody may see is answered without it", async (check) => {
      const answer = await context.journeys.recordEvidence(session, { ...item, data_sensitivity: "public" });
      check.resource(answer, 201, "sessions");
      check.holds("meta.warning", answer.at("meta.warning") !== WARNING, {
        expected: "none",
        actual: answer.at("meta.warning"),
        answer,
      });
    });
  },
});

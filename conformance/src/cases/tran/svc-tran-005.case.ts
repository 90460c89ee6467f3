import { agentTransition } from "../../agent-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-TRAN-005",
  title: "a transition by an agent names the agent and its mandate",
  async run(context) {
    await context.positive("a session moved by an agent", async (check) => {
      const { mandate, records, answer } = await agentTransition(context, check);
      check.equal("transitions with method agent", {
        expected: ["scheduled"],
        actual: records.map(({ to }) => to),
        answer,
      });
      for (const { by, metadata } of records) {
        check.equal("by", { expected: mandate.agentId, actual: by, answer });
        check.equal("metadata.mandate_id", { expected: mandate.id, actual: metadata.mandate_id, answer });
      }
    });
  },
});

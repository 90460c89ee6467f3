import { agentTransition } from "../../agent-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-TRAN-006",
  title: "a transition by an agent says for whom it acted",
  async run(context) {
    await context.positive("a session moved by an agent", async (check) => {
      const { mandate, records, answer } = await agentTransition(context, check);
      check.equal("transitions with method agent", { expected: 1, actual: records.length, answer });
      for (const { metadata } of records) {
        check.equal("metadata.acting_for", { expected: mandate.actingFor, actual: metadata.acting_for, answer });
        check.equal("metadata.principal_id", { expected: mandate.principalId, actual: metadata.principal_id, answer });
      }
    });
  },
});

import { bookRequested, expectActs, expectStopped } from "../../agent-steps.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-MAND-005",
  title: "check 4: a mandate serves the agent that it names",
  async run(context) {
    context.node.credential("second_agent");
    const control = await context.positive("each agent acts under its own mandate", async (check) => {
      const mandate = await context.agents.issue({ agent: "agent" });
      const other = await context.agents.issue({ agent: "second_agent" });
      await expectActs(context, check, { mandate, session: await bookRequested(context) });
      await expectActs(context, check, { mandate: other, session: await bookRequested(context) });
      return { mandate, other };
    });
    await context.negative("one agent names the mandate of the other", control, async (check) => {
      const { mandate, other } = need(control.value);
      await expectStopped(context, check, {
        mandate,
        session: await bookRequested(context),
        refusal: { code: "AGENT_MISMATCH", by: 4 },
        call: { as: other.agent, actor: { id: other.agentId } },
      });
    });
    await context.negative("the other way round", control, async (check) => {
      const { mandate, other } = need(control.value);
      await expectStopped(context, check, {
        mandate: other,
        session: await bookRequested(context),
        refusal: { code: "AGENT_MISMATCH", by: 4 },
        call: { as: mandate.agent, actor: { id: mandate.agentId } },
      });
    });
  },
});

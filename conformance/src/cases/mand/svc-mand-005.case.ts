import { bookRequested, expectActs, expectStopped } from "../../agent-steps.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-MAND-005",
  title: "check 4: a mandate serves the agent that it names",
  async run(context) {
    context.node.credential("second_agent");
    // Of another provider and with a client of its own: nobody whom this agent acts for in another case.
    const bookOther = async () => {
      const { offer } = await context.world.bookableElsewhere();
      if (offer.providerId !== context.node.partyId("second_provider"))
        context.notVerified("the second provider delivers no other bookable offer");
      return bookRequested(context, { elsewhere: true, clientId: await context.world.newClient() });
    };
    const control = await context.positive("each agent acts under its own mandate", async (check) => {
      const mandate = await context.agents.issue({ agent: "agent" });
      const other = await context.agents.issue({ agent: "second_agent", principal: "second_provider" });
      await expectActs(context, check, { mandate, session: await bookRequested(context) });
      await expectActs(context, check, { mandate: other, session: await bookOther() });
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
        session: await bookOther(),
        refusal: { code: "AGENT_MISMATCH", by: 4 },
        call: { as: mandate.agent, actor: { id: mandate.agentId } },
      });
    });
  },
});

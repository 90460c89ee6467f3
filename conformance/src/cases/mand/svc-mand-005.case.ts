import { bookRequested, bookWithSecondProvider, expectActs, expectStopped, onBothSides } from "../../agent-steps.ts";
import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-MAND-005",
  title: "check 4: a mandate serves the agent that it names",
  run: (context) => onBothSides(context, () => judge(context)),
});

async function judge(context: CaseContext): Promise<void> {
  const bookOther = async () => bookWithSecondProvider(context, await context.world.newClient());
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
}

import { bookRequested, expectActs, expectStopped } from "../../agent-steps.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-MAND-002",
  title: "check 2: a suspended mandate does not count until it is reactivated",
  async run(context) {
    const control = await context.positive("the agent acts under an active mandate", async (check) => {
      const mandate = await context.agents.issue();
      await expectActs(context, check, { mandate, session: await bookRequested(context) });
      return mandate;
    });
    const stopped = await context.negative("the same mandate, suspended", control, async (check) => {
      const mandate = need(control.value);
      const session = await bookRequested(context);
      const answer = await context.agents.change(mandate, "mandates.suspend");
      if (check.resource(answer, 200, "mandates"))
        check.equal("status", { expected: "suspended", actual: answer.at("data.attributes.status"), answer });
      await expectStopped(context, check, {
        mandate,
        session,
        refusal: { code: "MANDATE_SUSPENDED", by: 2 },
      });
      return { mandate, session };
    });
    if (!stopped.passed) return;
    await context.positive("the same calls, once it is reactivated", async (check) => {
      const { mandate, session } = need(stopped.value);
      check.status(await context.agents.change(mandate, "mandates.reactivate"), 200);
      await expectActs(context, check, { mandate, session });
    });
  },
});

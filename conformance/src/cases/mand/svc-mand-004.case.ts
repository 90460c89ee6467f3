import { bookRequested, expectActs, expectStopped, letPass } from "../../agent-steps.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

/** Long enough for the control, short enough to be waited for where no clock can be moved. */
const LIFE_SECONDS = 5;

export default defineCase({
  requirement: "SVC-MAND-004",
  title: "check 3: a mandate ends at expires_at",
  phase: "clock",
  async run(context) {
    const control = await context.positive("the agent acts before the end", async (check) => {
      const acting = await bookRequested(context);
      const later = await bookRequested(context);
      const mandate = await context.agents.issue({ lifeSeconds: LIFE_SECONDS });
      await expectActs(context, check, { mandate, session: acting });
      return { mandate, later };
    });
    await context.negative("the same mandate after its end", control, async (check) => {
      const { mandate, later } = need(control.value);
      await letPass(context, LIFE_SECONDS + 1);
      await expectStopped(context, check, {
        mandate,
        session: later,
        refusal: { code: "MANDATE_EXPIRED", by: [2, 3] },
      });
      const read = await context.agents.get(mandate);
      if (check.resource(read, 200, "mandates"))
        check.equal("status as read", { expected: "expired", actual: read.at("data.attributes.status"), answer: read });
    });
  },
});

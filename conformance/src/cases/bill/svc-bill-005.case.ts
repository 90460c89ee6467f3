import { coreStates } from "../../artefacts.ts";
import { expectBooking } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { Unmet } from "../../verdict.ts";

export default defineCase({
  requirement: "SVC-BILL-005",
  title: "a session can be settled after the service",
  async run(context) {
    await context.positive("an unpaid booking is walked to charged", async (check) => {
      const session = await expectBooking(context, check);
      const path = coreStates();
      for (const state of path.slice(1, path.indexOf("charged") + 1)) {
        const { session: before, answer } = await context.journeys.read(session.id);
        check.equal(`billing.status in ${before.state}`, {
          expected: "pending",
          actual: answer.at("data.attributes.billing.status"),
          answer,
        });
        if (path.indexOf(before.state) >= path.indexOf(state)) continue;
        try {
          await context.journeys.advance(session, state);
        } catch (error) {
          // A node that wants money on the way breaks this requirement; anything else in the way is another one's.
          const unpaid = error instanceof Unmet && error.message.includes("PAYMENT_REQUIRED");
          throw unpaid ? new Unmet(error.message, "FAIL") : error;
        }
      }
      const { answer, session: end } = await context.journeys.read(session.id);
      check.equal("state", { expected: "charged", actual: end.state, answer });
      check.equal("billing.status", {
        expected: "charged",
        actual: answer.at("data.attributes.billing.status"),
        answer,
      });
    });
  },
});

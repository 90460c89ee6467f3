import { expectBooking, expectMove, expectUnmoved, sessionIn } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-LIFE-005",
  title: "a transition to cancelled needs a reason",
  async run(context) {
    const control = await context.positive("cancelling with a reason", async (check) => {
      await expectMove(context, check, { session: await expectBooking(context, check), to: "cancelled" });
    });
    await context.negative("cancelling without a reason", control, async (check) => {
      const before = sessionIn((await context.journeys.book()).booked);
      const answer = await context.journeys.transition(before, "cancelled", {
        attributes: { reason: undefined },
        options: { deliberate: true },
      });
      check.refused(answer, "VALIDATION_ERROR");
      await expectUnmoved(context, check, before);
    });
  },
});

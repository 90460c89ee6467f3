import { expectBooking, expectMove, expectUnmoved, need, sessionIn } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

export default defineCase({
  requirement: "SVC-LIFE-004",
  title: "a to_state that is missing or no state of 0.8 is refused",
  async run(context) {
    const control = await context.positive("a state of this version", async (check) => {
      const session = await expectBooking(context, check);
      return sessionIn(await expectMove(context, check, { session, to: "scheduled" }));
    });
    for (const to of [undefined, "completed", "invoiced", "collected", "no_show", "Confirmed", ""]) {
      await context.negative(`to_state ${to ?? "missing"}`, control, async (check) => {
        const before = need(control.value);
        const answer = await context.journeys.transition(before, "confirmed", {
          attributes: { to_state: to },
          options: { deliberate: true },
        });
        check.refused(answer, "VALIDATION_ERROR");
        await expectUnmoved(context, check, before);
      });
    }
  },
});

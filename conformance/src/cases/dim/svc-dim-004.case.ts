import { expectBooking, expectMove } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-DIM-004",
  title: "schedule.scheduled_for is set on entering scheduled",
  async run(context) {
    await context.positive("a scheduled session", async (check) => {
      const session = await expectBooking(context, check);
      await expectMove(context, check, { session, to: "scheduled" });
      const { answer } = await context.journeys.read(session.id);
      const scheduled = Date.parse(pickText(answer.body, "data.attributes.schedule.scheduled_for") ?? "");
      check.equal("schedule.scheduled_for as an instant", {
        expected: Date.parse(session.slot.startsAt),
        actual: scheduled,
        answer,
      });
    });
  },
});
